# The RPM, put in and out by rpm itself in a clean Debian 12 with the libraries it names: sourced by check.sh. How they are called elsewhere is not tried.

# rpm COMMAND…: its own check of dependencies knows no Debian packages.
rpm_in_root() { in_root rpm --force-debian --nodeps "$@" >>"$WB_CHECK/log" 2>&1; }

# file_list without what rpm keeps for itself.
file_list_without_rpm() { file_list | grep -vE '^/var/lib/rpm(/|$)'; }

check_rpm_package() {
    local rpm
    rpm=$(basename "$(echo "$packages"/*.rpm)")
    fresh_root rpm
    fresh_user
    apt update
    apt satisfy "$(depends_of weightbridge_), rpm"
    check_needed_libraries "$rpm"
    file_list_without_rpm >"$WB_CHECK/rpm.before"
    rpm_in_root --install "/mnt/$rpm" || failed "rpm --install"
    in_root rpm --verify --nodeps weightbridge >>"$WB_CHECK/log" 2>&1 || failed "rpm --verify: other files than were packed"
    works rpm weightbridge weightbridge-cli
    rpm_in_root --erase weightbridge || failed "rpm --erase"
    file_list_without_rpm >"$WB_CHECK/rpm.after"
    comm -13 "$WB_CHECK/rpm.before" "$WB_CHECK/rpm.after" >"$WB_CHECK/rpm.left"
    local left folders=()
    while read -r left; do
        # Folders of the desktop and the shells, which RPM systems have from packages of their own.
        [[ -z $(in_root find "$left" ! -type d) ]] || failed "left after rpm --erase: $left"
        folders+=("$left")
    done <"$WB_CHECK/rpm.left"
    passed "rpm --erase: 0 files left outside home; empty folders that it made: ${folders[*]:-none}"
}

# Every library that the RPM names is one of the .deb's.
check_needed_libraries() {
    local missing
    in_root rpm -qp --requires "/mnt/$1" 2>>"$WB_CHECK/log" | grep -oE '^[a-zA-Z0-9_+.-]+\.so[0-9.]*' | LC_ALL=C sort -u >"$WB_CHECK/rpm.needed"
    in_root ldconfig -p | awk '{print $1}' | LC_ALL=C sort -u >"$WB_CHECK/rpm.libraries"
    missing=$(LC_ALL=C comm -23 "$WB_CHECK/rpm.needed" "$WB_CHECK/rpm.libraries")
    [[ -s $WB_CHECK/rpm.needed && -z $missing ]] || failed "the RPM needs what the .deb's dependencies do not bring: $missing"
}
