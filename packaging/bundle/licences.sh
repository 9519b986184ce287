#!/usr/bin/env bash
# licences.sh BUNDLE.TSV FOLDER: the copyright file of each Debian package that the bundle has files of.
set -euo pipefail
mkdir -p "$2"
cut -f2 "$1" | while read -r file; do dpkg-query --search "$file" 2>/dev/null || dpkg-query --search "${file#/usr}"; done | cut -d: -f1 | LC_ALL=C sort -u |
    while read -r package; do install -m 644 "/usr/share/doc/$package/copyright" "$2/$package"; done
