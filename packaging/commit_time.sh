#!/usr/bin/env bash
# Seconds since 1970 of the commit that is built: the time that everything in a package gets.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")"
if seconds=$(git log -1 --format=%ct 2>/dev/null); then
    echo "$seconds"
else
    sed -nE 's/^[0-9a-f]+ ([0-9]+)$/\1/p' commit.txt
fi
