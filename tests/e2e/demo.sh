#!/usr/bin/env bash
# usage: demo.sh BIN_FOLDER. Makes a small SEER-shaped checkpoint, converts and verifies it, and opens the window on it where there is a display.
set -euo pipefail
bin=$1
demo=build/demo
rm -rf "$demo"
mkdir -p "$demo"
checkpoint=$demo/seer-demo.torch
folder=$demo/regnet-y-320-seer

show() { printf '\n$ %s\n' "$(basename "$1") ${*:2}" && "$@"; }

show "$bin/weightbridge-cli" make-demo "$checkpoint" --variant regnet-y-320-seer-in1k --scale 1/8
show "$bin/weightbridge-cli" convert "$checkpoint" --out "$folder"
show "$bin/weightbridge-cli" verify "$folder" --against "$checkpoint"
printf '\nThe result is in %s\n' "$folder"
if [[ ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
    "$bin/weightbridge" "$checkpoint" >/dev/null 2>&1 &
    echo "The window is open on $checkpoint"
fi
