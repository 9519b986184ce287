#!/usr/bin/env bash
# reproduce.sh PACKAGES FOLDER: clones the commit into FOLDER, builds its packages there, and compares them byte for byte with PACKAGES.
set -euo pipefail
packages=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
rm -rf "$2"
git clone --quiet "$here/../.." "$2"
cd "$2"
cmake --preset package >/dev/null
CCACHE_DISABLE=1 cmake --build build/package-tree -j "$(nproc)" >/dev/null
packaging/package.sh build/package-tree build/package
cd build/package
sha256sum --check "$packages/SHA256SUMS"
echo "byte-identical: $(wc -l <"$packages/SHA256SUMS") files"
