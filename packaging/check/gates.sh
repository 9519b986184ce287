# The validators, on this machine: sourced by check.sh. No error and no warning passes.

check_gates() {
    local work=$WB_CHECK/gates deb root=$WB_CHECK/gates/root
    rm -rf "$work"
    mkdir -p "$root"
    for deb in "$packages"/*.deb; do dpkg-deb --extract "$deb" "$root"; done

    lintian --allow-root --fail-on error,warning "$packages"/*.deb
    passed "lintian: no error, no warning in $(ls "$packages"/*.deb | wc -l) packages"
    appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml >/dev/null
    passed "appstreamcli validate --no-net"
    desktop-file-validate "$root"/usr/share/applications/*.desktop
    passed "desktop-file-validate"
    [[ -z $(XDG_DATA_HOME=$root/usr/share update-mime-database "$root/usr/share/mime" 2>&1) ]]
    passed "update-mime-database"
    check_manuals "$root"
    check_hardening "$root"
    (cd "$packages" && sha256sum --check --quiet SHA256SUMS)
    passed "SHA256SUMS"
}

check_manuals() {
    local page said
    for page in "$1"/usr/share/man/man1/*.gz; do
        said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
        [[ -z $said ]] || failed "man --warnings $page: $said"
    done
    passed "man --warnings: $(ls "$1"/usr/share/man/man1 | wc -l) pages"
    for page in "$1"/usr/share/bash-completion/completions/*; do bash -n "$page"; done
    for page in "$1"/usr/share/zsh/vendor-completions/*; do zsh -n "$page"; done
    for page in "$1"/usr/share/fish/vendor_completions.d/*; do fish --no-execute "$page"; done
    passed "completions: bash, zsh and fish can read them"
}

# Position independent, relocations read-only and bound at once, stack protector, fortified calls, no stack to execute.
check_hardening() {
    local program facts
    for program in "$1"/usr/bin/*; do
        facts=$(readelf --wide --file-header --program-headers --dynamic --symbols "$program")
        for word in 'Type: +DYN' GNU_RELRO BIND_NOW __stack_chk_fail _chk@; do
            grep -qE "$word" <<<"$facts" || failed "$program: no $word"
        done
        ! grep -qE 'GNU_STACK.*E' <<<"$facts" || failed "$program: executable stack"
    done
    passed "hardening: PIE, RELRO, BIND_NOW, stack protector, fortify in $(ls "$1/usr/bin" | tr '\n' ' ')"
}
