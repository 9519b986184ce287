#!/usr/bin/env bash
# Times downloads and streamed conversions from nginx on this machine beside curl and aria2c, all in one run and in turn, and prints ratios; then a look
# into a 37 GB file from 50 ms away each way.
# usage: net.sh BIN_FOLDER FAULT_SERVER [--full] [--dir DIR] [--rounds N]
set -euo pipefail

cli=$(realpath "$1")/weightbridge-cli
server=$(realpath "$2")
shift 2
full=no dir=build/bench rounds=5
while (($#)); do
    case $1 in
        --full) full=yes ;;
        --dir) dir=$2 && shift ;;
        --rounds) rounds=$2 && shift ;;
        *) echo "bench --net: no such option: $1" >&2 && exit 2 ;;
    esac
    shift
done
mkdir -p "$dir"
work=$(mktemp -d -p "$(realpath "$dir")" net.XXXXXX)
started=()
stop() {
    local each
    for each in "${started[@]}"; do kill "$each" 2>/dev/null || true; done
    rm -rf "$work"
}
trap stop EXIT
mkdir "$work/www"
times=$work/times

timed() { # NAME COMMAND…: appends "NAME seconds kilobytes" to the table
    local name=$1
    shift
    sync # what the last one left to be written is not this one's burden
    /usr/bin/time -o "$work/one" -f '%e %M' "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2 && exit 1; }
    echo "$name $(tail -n 1 "$work/one")" >>"$times"
}
best() { awk -v name="$1" '$1 == name && (!seen++ || $2 < least) {least = $2} END {print least + 0}' "$times"; }
peak() { awk -v name="$1" '$1 == name && $3 > most {most = $3} END {printf "%.0f", most / 1024}' "$times"; }

start_nginx() {
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    cat >"$work/nginx.conf" <<EOF
daemon off; master_process off; pid $work/nginx.pid; error_log $work/nginx.log;
events { worker_connections 256; }
http { access_log off; sendfile on; server { listen 127.0.0.1:$port; root $work/www; } }
EOF
    nginx -c "$work/nginx.conf" 2>/dev/null &
    started+=($!)
    until curl -s -o /dev/null "http://127.0.0.1:$port/source.torch" -r 0-0; do :; done
    url=http://127.0.0.1:$port/source.torch
}

run_curl() { timed curl curl -sf -o "$work/curl" "$url" && rm "$work/curl"; }
run_aria2() { timed aria2c aria2c -q -x8 -s8 -k1M --file-allocation=none -d "$work/aria2" "$url" && rm -r "$work/aria2"; }
run_download() { timed download "$cli" download "$url" --to "$work/ours" --quiet && rm -r "$work/ours"; }
run_stream() { timed stream "$cli" convert "$url" --out "$work/streamed" --stream --no-verify --quiet && rm -r "$work/streamed"; }

row() { # NAME BASE: rates, so more is better
    awk -v name="$1" -v mine="$(best "$1")" -v base="$(best "$2")" -v bytes="$bytes" -v mib="$(peak "$1")" \
        'BEGIN {printf "%-10s %7.2f s  %7.0f MB/s  %5.2f x the rate of %-9s %5d MiB\n", name, mine, bytes / mine / 1e6, base / mine, "'"$2"'", mib}'
}

"$cli" make-demo "$work/www/source.torch" --variant regnet-y-10b-seer --scale 1/6 --seed 1 --quiet >/dev/null
bytes=$(stat -c %s "$work/www/source.torch")
start_nginx
cat "$work/www/source.torch" >/dev/null
for ((round = 0; round < rounds; ++round)); do
    run_curl
    run_aria2
    run_download
    run_stream
done
printf '%s bytes from nginx on this machine, %s rounds, least of each; download and stream have every hash and checksum, curl and aria2c have none\n' "$bytes" "$rounds"
row curl curl
row aria2c curl
row download aria2c
row download curl
row stream download

rm "$work/www/source.torch"
"$cli" make-demo "$work/www/large.torch" --variant regnet-y-10b-seer --scale 1 --sparse --quiet >/dev/null
"$server" --folder "$work/www" --latency-ms 100 >"$work/port" &
started+=($!)
until [[ -s $work/port ]]; do :; done
far=http://127.0.0.1:$(grep -oE '[0-9]+' "$work/port" | head -n 1)/large.torch
timed look "$cli" inspect "$far" --json
printf '\nkeys of %s bytes from 50 ms away each way: %s s, %s\n' "$(stat -c %s "$work/www/large.torch")" "$(best look)" \
    "$(grep -oE '"(requests|bytes_read)":[0-9]+' "$work/out" | tr '\n' ' ')"

if [[ $full == yes ]]; then
    large=http://127.0.0.1:$port/large.torch
    timed full-stream "$cli" convert "$large" --out "$work/full" --stream --no-verify --quiet
    printf '\nthe same, streamed: %s s, %s MiB resident, %s bytes of result\n' "$(best full-stream)" "$(peak full-stream)" "$(du -sb "$work/full" | cut -f 1)"
fi
