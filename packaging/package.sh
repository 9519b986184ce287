#!/usr/bin/env bash
# package.sh BUILD OUTPUT: all packages of the configured and built tree BUILD into OUTPUT, with their SBOM and checksums.
set -euo pipefail
build=$(realpath "$1")
mkdir -p "$2"
output=$(realpath "$2")
here=$(dirname "$(realpath "$0")")

SOURCE_DATE_EPOCH=$("$here/commit_time.sh")
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
umask 022
find "$output" -mindepth 1 -maxdepth 1 -type f -delete

(cd "$build" && cpack --config CPackConfig.cmake -B "$output") >"$build/cpack.log" 2>&1 || {
    tail -n 40 "$build/cpack.log" >&2
    exit 1
}
rm -rf "$output/_CPack_Packages"
find "$output" -name '*.json' -delete  # cpack's own description of the staged bundle
"$here/sbom.py" "$build/bundle.tsv" "$output" >"$output/weightbridge.spdx.json"
cd "$output"
chmod 755 -- *.sh *.AppImage
sha256sum -- * | grep -v ' SHA256SUMS$' >SHA256SUMS.part
mv SHA256SUMS.part SHA256SUMS
