# The .deb packages in a clean Debian 12, as a user installs and removes them: sourced by check.sh.

# Kilobytes of all installed packages.
installed_size() { in_root dpkg-query -W -f='${Installed-Size}\n' | awk '{sum += $1} END {print sum}'; }

# All files but those of apt itself.
file_list() {
    in_root find /bin /boot /etc /lib /opt /sbin /srv /usr /var -xdev \( -path /var/lib/apt -o -path /var/cache/apt -o -path /var/log/apt \) -prune -o -print |
        LC_ALL=C sort
}

check_installed() {
    fresh_root installed
    fresh_user
    install -D -m 755 -t "$root/home/somebody" "$packages"/*.AppImage
    chown -R 1000:1000 "$root/home/somebody"
    apt update
    apt install --no-install-recommends shared-mime-info desktop-file-utils libglib2.0-bin xdg-utils # of any desktop
    local base app
    base=$(installed_size)
    in_root mkdir -p /mnt
    apt satisfy "$(depends_of weightbridge_)"
    file_list >"$WB_CHECK/files.before"
    apt install "/mnt/$(name_of weightbridge_)"
    app=$(installed_size)
    passed "apt install weightbridge: $(((app - base) / 1024)) MB with dependencies, the .deb $(stat -c %s "$packages/$(name_of weightbridge_)") bytes"

    check_use
    check_start_time
    check_same_picture
    check_refusals
    check_upgrade
    check_helper "$base" "$app"
    check_purge
}

name_of() { basename "$(echo "$packages/$1"*.deb)"; }
depends_of() { dpkg-deb --field "$packages/$(name_of "$1")" Depends; }

check_use() {
    as_user weightbridge-cli --version | tee -a "$WB_CHECK/log" | grep -q "commit .*" || failed "--version"
    passed "$(as_user weightbridge --version | head -n 1)"
    as_user sh -c 'weightbridge-cli make-demo demo.torch --variant regnet-y-10b-seer --quiet && weightbridge-cli convert demo.torch --out demo --quiet &&
        weightbridge-cli verify demo --against demo.torch --quiet' >>"$WB_CHECK/log"
    passed "weightbridge-cli: a demo made, converted and verified"
    as_user env QT_QPA_PLATFORM=offscreen weightbridge --size 1280x800 --screenshot window.png demo.torch 2>>"$WB_CHECK/log"
    cp "$root/home/somebody/window.png" "$WB_CHECK/window-installed.png"
    passed "weightbridge: a picture of the window, $WB_CHECK/window-installed.png"
    [[ $(as_user gio info -a standard::content-type demo.torch) == *application/x-torch-checkpoint* ]] || failed "type of demo.torch"
    [[ $(as_user xdg-mime query default application/x-torch-checkpoint) == weightbridge.desktop ]] || failed "program for demo.torch"
    rm "$root/home/somebody/.config/weightbridge/weightbridge.ini"
    as_user sh -c 'QT_QPA_PLATFORM=offscreen gio open demo.torch 2>/dev/null
        timeout 30 sh -c "until grep -q lastFolder=/home/somebody .config/weightbridge/weightbridge.ini; do sleep 0.1; done" 2>/dev/null' ||
        failed "gio open demo.torch"
    passed "gio open demo.torch: the window of its type's program opened it"
}

# Seconds of the median of five starts with a picture of the window, "NAME COMMAND…".
median_start() {
    as_user bash -c 'for run in 1 2 3 4 5; do
            begin=$(date +%s%N)
            QT_QPA_PLATFORM=offscreen "$@" --screenshot start.png || exit
            echo $((($(date +%s%N) - begin) / 1000000))
        done | sort -n | sed -n 3p' start "$@" 2>>"$WB_CHECK/log"
}

check_start_time() {
    local own first image
    own=$(median_start weightbridge)
    first=$(as_user bash -c 'begin=$(date +%s%N); QT_QPA_PLATFORM=offscreen ./Weightbridge-*.AppImage --screenshot start.png && echo $((($(date +%s%N) - begin) / 1000000))' 2>>"$WB_CHECK/log")
    image=$(median_start ./"$(basename "$(echo "$packages"/*.AppImage)")")
    passed "start to picture: installed $own ms, AppImage $image ms after its first start ($first ms)"
    ((image * 2 <= own * 3)) || failed "the AppImage starts in more than 1.5 times the installed program's time"
}

# What a package lacks of Qt's plugins (icons, above all) shows as a difference to the bundle, which brings them along. Taken again where another
# program changed the free room meanwhile, which is in the picture.
check_same_picture() {
    local try
    for try in 1 2 3 4 5; do
        as_user bash -c 'export QT_QPA_PLATFORM=offscreen
            weightbridge --profile p --screenshot installed.png demo.torch && ./Weightbridge-*.AppImage --profile p --screenshot bundled.png demo.torch' 2>>"$WB_CHECK/log"
        if cmp "$root/home/somebody/installed.png" "$root/home/somebody/bundled.png"; then
            passed "the windows of the .deb and of the AppImage look the same, pixel by pixel"
            return
        fi
        printf 'pictures %d differ\n' "$try" >>"$WB_CHECK/log"
    done
    failed "the installed window looks unlike the bundled one"
}

# An older package's settings, queue and unfinished download are there after the upgrade.
check_upgrade() {
    local old=$WB_CHECK/old
    rm -rf "$old"
    dpkg-deb --raw-extract "$packages/$(name_of weightbridge_)" "$old"
    sed -i 's/^Version: .*/Version: 0.0.9-0wb1/' "$old/DEBIAN/control"
    dpkg-deb --root-owner-group --build "$old" "$WB_SHARED/old.deb" >/dev/null
    apt install --allow-downgrades /mnt/old.deb
    [[ $(in_root dpkg-query -W -f='${Version}' weightbridge) == 0.0.9-0wb1 ]] || failed "the older version is not installed"
    local settings=$root/home/somebody/.config/weightbridge/weightbridge.ini
    printf '[download]\nshown=https://example.org/left.torch\naddress=https://example.org/left.torch\nway=keep\nfolder=/home/somebody\n' >"$settings"
    local queue=${settings%/*}/queue.json
    printf '{"schema":1,"entries":[{"path":"/home/somebody/demo.torch","shown":"demo.torch","options":{"folder":"/home/somebody/queued-hf"},"state":"paused"}]}' >"$queue"
    as_user env QT_QPA_PLATFORM=offscreen weightbridge --screenshot old.png 2>>"$WB_CHECK/log"
    cp "$settings" "$WB_CHECK/settings.old"
    apt install "/mnt/$(name_of weightbridge_)"
    [[ $(in_root dpkg-query -W -f='${Version}' weightbridge) != 0.0.9-0wb1 ]] || failed "no upgrade"
    as_user env QT_QPA_PLATFORM=offscreen weightbridge --screenshot new.png 2>>"$WB_CHECK/log"
    grep -q left.torch "$settings" || failed "what was unfinished is lost"
    cmp "$WB_CHECK/settings.old" "$settings"
    grep -q queued-hf "$queue" || failed "the queue is lost"
    cp "$root/home/somebody/new.png" "$WB_CHECK/window-upgraded.png"
    passed "upgrade from 0.0.9-0wb1: settings, queue and unfinished download kept, the window shows the download ($WB_CHECK/window-upgraded.png)"
}

check_helper() {
    apt install "/mnt/$(name_of weightbridge-torch_)" "/mnt/$(name_of weightbridge-doc_)"
    local all
    all=$(installed_size)
    passed "apt install weightbridge-torch: $(((all - $1) / 1024)) MB with dependencies, $((($2 - $1) * 100 / (all - $1))) % of it without LibTorch"
    ((($2 - $1) * 2 <= all - $1)) || failed "the dependencies are more than half of those with LibTorch"
    as_user sh -c 'weightbridge-cli make-demo small.torch --variant regnet-x-002 --scale 1/8 --quiet && weightbridge-cli keymap small.torch --trace --json' |
        grep -q '"counts"' || failed "trace"
    as_user weightbridge-torch trace regnet-x-002 --quiet >/dev/null || failed "weightbridge-torch trace"
    passed "weightbridge-torch: trace"
}

check_purge() {
    apt purge weightbridge weightbridge-torch weightbridge-doc
    file_list >"$WB_CHECK/files.purged"
    local left
    left=$(comm -13 "$WB_CHECK/files.before" "$WB_CHECK/files.purged" | grep -E '[Ww]eightbridge|torch-checkpoint|safetensors' || true)
    [[ -z $left ]] || failed "left after purge: $left"
    apt autoremove --purge
    file_list >"$WB_CHECK/files.after"
    comm -13 "$WB_CHECK/files.before" "$WB_CHECK/files.after" >"$WB_CHECK/files.left"
    [[ ! -s $WB_CHECK/files.left ]] || failed "left after purge and autoremove: $(<"$WB_CHECK/files.left")"
    passed "purge and autoremove: 0 files left outside home"
    passed "in home: $(as_user find . -mindepth 1 -maxdepth 3 -not -path '*/demo/*' | tr '\n' ' ')"
}
