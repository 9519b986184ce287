#!/usr/bin/env bash
# Times publishing a folder with several shards beside the official client of the Hub, in turn and to the same stand-in on this machine, which holds every
# byte against the folder and drops it; prints rates as ratios, and the peak of our memory.
# usage: hub.sh BIN_FOLDER PYTHON [--full] [--dir DIR] [--rounds N] [--part-mib N]
set -euo pipefail

cli=$(realpath "$1")/weightbridge-cli
python=$2 # of the official client; a virtual environment's is a link that must stay one
support=$(dirname "$(realpath "$0")")/../support
shift 2
full=no dir=build/bench rounds=5 part=16
while (($#)); do
    case $1 in
        --full) full=yes ;;
        --dir) dir=$2 && shift ;;
        --rounds) rounds=$2 && shift ;;
        --part-mib) part=$2 && shift ;;
        *) echo "bench --hub: no such option: $1" >&2 && exit 2 ;;
    esac
    shift
done
mkdir -p "$dir"
work=$(mktemp -d -p "$(realpath "$dir")" hub.XXXXXX)
server=''
stop() {
    if [[ $server ]]; then kill "$server" && wait "$server" || true; fi 2>/dev/null
    server=''
}
trap 'stop; rm -rf "$work"' EXIT
times=$work/times
export HF_TOKEN=hf_write HF_HOME=$work/home XDG_STATE_HOME=$work/state HF_HUB_DISABLE_XET=1 HF_HUB_DISABLE_TELEMETRY=1 HF_HUB_DISABLE_PROGRESS_BARS=1
mkfifo "$work/said"

make_folder() { # SCALE SHARD
    rm -rf "$work/folder"
    "$cli" make-demo "$work/source.torch" --variant regnet-y-10b-seer --scale "$1" --seed 1 --quiet >/dev/null
    "$cli" convert "$work/source.torch" --out "$work/folder" --shard-size "$2" --no-verify --quiet >/dev/null
    rm "$work/source.torch"
    bytes=$(du -bc "$work"/folder/*.safetensors | tail -n 1 | cut -f 1)
}

start() {
    python3 "$support/hubsim.py" --data "$work/data" --trace "$work/trace" --drop "$work/folder" --chunk $((part << 20)) --mp $((part << 20)) >"$work/said" &
    server=$!
    read -r _ HF_ENDPOINT _ <"$work/said"
    export HF_ENDPOINT
}

# What passed between the first and the last word of the store, in seconds.
sending() {
    python3 - "$work/trace" <<'EOF'
import json, sys
puts = [e for e in map(json.loads, open(sys.argv[1])) if e["srv"] == "store"]
print(max(e["t"] + e["ms"] / 1000 for e in puts) - min(e["t"] for e in puts))
EOF
}

timed() { # NAME COMMAND…: appends "NAME seconds kilobytes sending" to the table
    local name=$1
    shift
    curl -sf -o "$work/out" -d '' "$HF_ENDPOINT/_ctl/reset"
    cat "$work"/folder/* >/dev/null
    /usr/bin/time -o "$work/one" -f '%e %M' "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2 && exit 1; }
    curl -sf -o "$work/out" -d '' "$HF_ENDPOINT/_ctl/idle"
    echo "$name $(tail -n 1 "$work/one") $(sending)" >>"$times"
}
best() { awk -v name="$1" -v at="$2" '$1 == name && (!seen++ || $at < least) {least = $at} END {print least + 0}' "$times"; }
peak() { awk -v name="$1" '$1 == name && $3 > most {most = $3} END {printf "%.0f", most / 1024}' "$times"; }

run_official() { timed "$1" "$python" "$support/official_client.py" upload "$work/folder" alice/model; }
run_ours() { timed "$1" "$cli" publish "$work/folder" --to alice/model --accept-licence seer --yes --json; }

row() { # NAME BASE
    awk -v name="$1" -v whole="$(best "$1" 2)" -v sent="$(best "$1" 4)" -v base="$(best "$2" 2)" -v base_sent="$(best "$2" 4)" -v bytes="$bytes" \
        -v mib="$(peak "$1")" 'BEGIN {printf "%-14s %6.2f s %5.0f MB/s %5.2f x    sending %6.2f s %5.0f MB/s %5.2f x    %4d MiB\n", name, whole, bytes / whole / 1e6,
        base / whole, sent, bytes / sent / 1e6, base_sent / sent, mib}'
}

make_folder 1/6 300MB
start
for ((round = 0; round < rounds; ++round)); do
    run_official official
    run_ours ours
done
printf '%s bytes in %s files of weights, parts of %s MiB, %s rounds, least of each; ours proves the folder first. x: the rate beside that of the official client\n' \
    "$bytes" "$(find "$work/folder" -name '*.safetensors' | wc -l)" "$part" "$rounds"
row official official
row ours official

if [[ $full == yes ]]; then
    stop
    make_folder 1/3 2GB
    start
    run_official full-official
    run_ours full-ours
    printf '\n%s bytes, once\n' "$bytes"
    row full-official full-official
    row full-ours full-official
fi
