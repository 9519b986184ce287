#!/usr/bin/env bash
# check.sh PACKAGES FOLDER [PART…]: tries the packages as a user would, in clean systems below FOLDER, where base systems and fetched packages are kept.
# Parts: gates bundles old_system installed rpm_package; all unless said.
# Runs as root, for chroot and namespaces; touches nothing outside FOLDER.
set -Eeuo pipefail
((EUID == 0)) || exec sudo --preserve-env=PATH "$0" "$@"
here=$(dirname "$(realpath "$0")")
packages=$(realpath "$1")
mkdir -p "$2"
WB_CHECK=$(realpath "$2")
parts=("${@:3}")
WB_SHARED=$WB_CHECK/shared
WB_READ_ONLY=
export WB_SHARED WB_READ_ONLY
rm -rf "$WB_SHARED"
mkdir "$WB_SHARED"
cp "$packages"/*.deb "$packages"/*.rpm "$WB_SHARED"
: >"$WB_CHECK/log"
: >"$WB_CHECK/apt.log"

passed() { printf '%4d s  %s\n' "$SECONDS" "$*" | tee -a "$WB_CHECK/log"; }
failed() {
    printf 'FAILED: %s\n(log: %s)\n' "$*" "$WB_CHECK/log" >&2
    exit 1
}
trap 'echo "check.sh: $BASH_COMMAND failed (log: $WB_CHECK/log, $WB_CHECK/apt.log)" >&2' ERR

for part in clean_system gates installed refusals bundles rpm_package; do
    # shellcheck source=/dev/null
    . "$here/$part.sh"
done
make_bases
passed "clean Debian $(<"$WB_CHECK/base/etc/debian_version"), $(du -sm "$WB_CHECK/base" | cut -f1) MB"
for part in "${parts[@]:-gates bundles old_system installed rpm_package}"; do
    for name in $part; do "check_$name"; done
done
passed "done: ${parts[*]:-all checks}"
