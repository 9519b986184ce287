# What the installed programs say where something is missing, with the command line still working: sourced by check.sh.

# refused WORDS COMMAND…: the command fails and says WORDS.
refused() {
    local words=$1 said code=0
    shift
    said=$(as_user "$@" 2>&1) || code=$?
    printf '%s\n' "--- $*" "$said" >>"$WB_CHECK/log"
    ((code == 1)) || failed "$*: exit $code: $said"
    [[ $said == *"$words"* && $said == *weightbridge-cli* ]] || failed "$*: $said"
}

check_refusals() {
    local plugins=/usr/lib/x86_64-linux-gnu/qt6/plugins/platforms config=$root/home/somebody/.config/weightbridge
    refused "There is no display" weightbridge
    mv "$root$plugins" "$root$plugins.away"
    refused "apt install qt6-qpa-plugins" env DISPLAY=:7 weightbridge
    mv "$root$plugins.away" "$root$plugins"
    mv "$root/usr/share/fonts" "$root/usr/share/fonts.away"
    refused "apt install fonts-dejavu-core" env QT_QPA_PLATFORM=offscreen weightbridge
    as_user weightbridge-cli verify demo --quiet >>"$WB_CHECK/log" || failed "the command line without fonts"
    mv "$root/usr/share/fonts.away" "$root/usr/share/fonts"
    passed "no display, no platform plugin, no fonts: said with what to install, and the command line works"

    said=$(printf '\177ELF damaged' >"$config/weightbridge.ini" && as_user env QT_QPA_PLATFORM=offscreen weightbridge --screenshot broken.png 2>&1)
    [[ $said == *weightbridge.ini.broken* && -s $config/weightbridge.ini.broken ]] || failed "damaged settings: $said"
    printf '[General]\nformat=99\n' >"$config/weightbridge.ini"
    said=$(as_user env QT_QPA_PLATFORM=offscreen weightbridge --screenshot newer.png 2>&1)
    [[ $said == *"newer version"* && $(<"$config/weightbridge.ini") == *format=99* ]] || failed "newer settings: $said"
    rm "$config/weightbridge.ini" "$config/weightbridge-1.ini"
    chmod 500 "$root/home/somebody/.config"
    as_user env QT_QPA_PLATFORM=offscreen XDG_CONFIG_HOME=/proc/none weightbridge --screenshot readonly.png 2>>"$WB_CHECK/log" || failed "settings that cannot be written"
    chmod 700 "$root/home/somebody/.config"
    passed "damaged, newer and unwritable settings: said, kept, and the window opens"

    WB_READ_ONLY=1 as_user sh -c '! touch /usr/bin/x 2>/dev/null && weightbridge-cli verify demo --quiet' >>"$WB_CHECK/log" || failed "read-only prefix"
    passed "read-only prefix: the command line works"
}
