# AppImage, TGZ and STGZ where only a bare desktop's libraries are: sourced by check.sh.

# Libraries that the bundle leaves to the system, as packages; xkb-data and a font belong to any desktop too.
desktop_packages=(libstdc++6 libx11-6 libx11-xcb1 libxcb1 libgl1 libegl1 libopengl0 libfontconfig1 libfreetype6 fonts-dejavu-core xkb-data ca-certificates)

# works NAME WINDOW CLI: version, demo and picture by these programs.
works() {
    local name=$1 window=$2 cli=$3
    as_user sh -c "$cli --version >/dev/null && $cli make-demo $name.torch --variant regnet-x-002 --scale 1/8 --quiet &&
        $cli convert $name.torch --out $name --quiet && $cli verify $name --against $name.torch --quiet" >>"$WB_CHECK/log" || failed "$name: the command line"
    as_user env QT_QPA_PLATFORM=offscreen "$window" --size 1280x800 --screenshot "$name.png" "$name.torch" 2>>"$WB_CHECK/log" || failed "$name: the window"
    cp "$root/home/somebody/$name.png" "$WB_CHECK/window-$name.png"
    passed "$name: demo converted and verified, picture in $WB_CHECK/window-$name.png"
}

check_bundles() {
    fresh_root bundles
    fresh_user
    apt update
    local before
    before=$(in_root dpkg-query -W | wc -l)
    apt install --no-install-recommends "${desktop_packages[@]}"
    passed "bare desktop: $(($(in_root dpkg-query -W | wc -l) - before)) packages added for ${desktop_packages[*]}"
    local home=$root/home/somebody image
    image=$(basename "$(echo "$packages"/*.AppImage)")
    install -o 1000 -g 1000 -m 755 -t "$home" "$packages"/*.AppImage "$packages"/*.sh "$packages"/*.tar.gz
    as_user ln -s "$image" weightbridge-cli
    works appimage "./$image" ./weightbridge-cli
    as_user sh -c 'mkdir from-tgz && tar -C from-tgz --strip-components=1 -xf ./*.tar.gz'
    check_glibc_needed "$home/from-tgz"
    works tgz from-tgz/bin/weightbridge from-tgz/bin/weightbridge-cli
    as_user sh -c 'mkdir from-stgz && sh ./*.sh --skip-license --prefix=from-stgz --exclude-subdir >/dev/null'
    works stgz from-stgz/bin/weightbridge from-stgz/bin/weightbridge-cli
    check_damaged_image "$image"
    as_user "./$image" --appimage-forget
    [[ ! -e $home/.cache/weightbridge/appimage ]] || failed "--appimage-forget leaves something"
    passed "--appimage-forget: nothing left in ~/.cache/weightbridge"
}

# What start.c and README tell of is what the bundle needs.
check_glibc_needed() {
    local newest
    newest=$(find "$1"/bin/weightbridge* "$1/lib" -type f -exec objdump -T {} + | grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -n 1)
    [[ $newest == GLIBC_2.35 ]] || failed "the bundle needs $newest, and 2.35 is told"
    passed "the bundle needs $newest"
}

# Debian 11 has glibc 2.31.
check_old_system() {
    local image said code=0
    fresh_root old old-base
    fresh_user
    image=$(basename "$(echo "$packages"/*.AppImage)")
    install -o 1000 -g 1000 -m 755 -t "$root/home/somebody" "$packages"/*.AppImage
    as_user ln -s "$image" weightbridge-cli
    said=$(as_user ./weightbridge-cli --version 2>&1) || code=$?
    printf '%s\n' "--- AppImage on an old system" "$said" >>"$WB_CHECK/log"
    ((code == 1)) && [[ $said == *GLIBC_2.3* && $said == *"needs glibc 2.35"* ]] || failed "AppImage on an old system: exit $code: $said"
    said=$(in_root apt-get install -y "/mnt/$(basename "$(echo "$packages"/weightbridge_*.deb)")" 2>&1) && failed "the .deb installs on Debian 11"
    [[ $said == *"Depends: libc6 (>="* ]] || failed "apt on an old system: $said"
    passed "old glibc (Debian $(<"$root/etc/debian_version")): the AppImage and apt say which is needed"
}

check_damaged_image() {
    local said code=0
    as_user sh -c "head -c 3000000 ./$1 > cut && chmod +x cut"
    said=$(as_user ./cut 2>&1) || code=$?
    ((code == 1)) && [[ $said == *"fetch it again"* ]] || failed "a cut off AppImage: exit $code, $said"
    said=$(as_user env HOME=/proc XDG_CACHE_HOME=/proc TMPDIR=/proc ./weightbridge-cli --version 2>&1) || code=$?
    [[ $said == *XDG_CACHE_HOME* ]] || failed "an AppImage without a place to unpack: $said"
    as_user env HOME=/proc ./weightbridge-cli --version >/dev/null || failed "an AppImage with a read-only home"
    passed "AppImage cut off, without a place to unpack, with a read-only home: said what to do, or started"
}
