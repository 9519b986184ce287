#!/usr/bin/env bash
# licences.sh BUNDLE.TSV FOLDER: the copyright file of each Debian package that the bundle has files of.
set -euo pipefail
mkdir -p "$2"
mapfile -t files < <(cut -f2 "$1")
# Packages may list a file below / that lies below /usr.
packages=$(dpkg-query --search "${files[@]}" "${files[@]#/usr}" 2>/dev/null | cut -d: -f1 | LC_ALL=C sort -u) || [[ -n $packages ]]
for package in $packages; do install -m 644 "/usr/share/doc/$package/copyright" "$2/$package"; done
