#!/usr/bin/env bash
# Times ours beside cp and (with --python PATH) two ways of Python, all in one run and in turn, and prints ratios. Comparing outputs is held against reading
# both files once, and against the same two forward passes in PyTorch.
# usage: bench.sh BIN_FOLDER [--full] [--python PATH] [--dir DIR] [--rounds N]
set -euo pipefail

cli=$(realpath "$1")/weightbridge-cli
torch=$(realpath "$1")/weightbridge-torch
here=$(dirname "$(realpath "$0")")
shift
full=no python='' dir=build/bench rounds=3
while (($#)); do
    case $1 in
        --full) full=yes ;;
        --python) python=$2 && shift ;;
        --dir) dir=$2 && shift ;;
        --rounds) rounds=$2 && shift ;;
        *) echo "bench: no such option: $1" >&2 && exit 2 ;;
    esac
    shift
done
mkdir -p "$dir"
work=$(mktemp -d -p "$dir" run.XXXXXX)
trap 'rm -rf "$work"' EXIT
source=$work/source.torch
times=$work/times

# timed NAME COMMAND…: appends "NAME seconds kilobytes" to the table.
timed() {
    local name=$1
    shift
    /usr/bin/time -o "$work/one" -f '%e %M' "$@" >"$work/out" 2>&1 || { cat "$work/out" >&2 && exit 1; }
    echo "$name $(tail -n 1 "$work/one")" >>"$times"
}

best() { awk -v name="$1" '$1 == name && (!seen++ || $2 < least) {least = $2} END {print least + 0}' "$times"; }
peak() { awk -v name="$1" '$1 == name && $3 > most {most = $3} END {printf "%.0f", most / 1024}' "$times"; }

warm() { cat "$source" >/dev/null; }
cold() { sync && dd if="$source" iflag=nocache count=0 status=none && { echo 3 >/proc/sys/vm/drop_caches; } 2>/dev/null || true; }

run_cp() { timed "$1" bash -c 'cp "$1" "$2" && sync "$2"' _ "$source" "$work/copy" && rm -f "$work/copy"; }
run_ours() { timed "$1" "$cli" convert "$source" --out "$work/ours" --no-verify --quiet && rm -rf "$work/ours"; }
run_python() { timed "$1" "$python" "$here/python_ways.py" "$1" "$source" "$work/python" && rm -rf "$work/python"; }

row() { # NAME BASE
    awk -v name="$1" -v mine="$(best "$1")" -v base="$(best "$2")" -v mib="$(peak "$1")" \
        'BEGIN {printf "%-18s %8.2f s  %6.2f x %-14s %6d MiB\n", name, mine, base ? mine / base : 0, "'"$2"'", mib}'
}

echo "making a 4 GB checkpoint (regnet-y-10b-seer at 1/3 of its width) …" >&2
"$cli" make-demo "$source" --variant regnet-y-10b-seer --scale 1/3 --seed 1 --quiet
for ((round = 0; round < rounds; ++round)); do
    warm && run_cp cp-warm
    warm && run_ours ours-warm
    cold && run_cp cp-cold
    cold && run_ours ours-cold
    if [[ $python ]]; then
        warm && run_python reference-way
        warm && run_python best-python
    fi
done

printf '\n%s bytes, %s rounds, least of each; cp is cp + sync of the copy, ours has every hash and is synced\n' "$(stat -c %s "$source")" "$rounds"
row cp-warm cp-warm
row ours-warm cp-warm
row cp-cold cp-cold
row ours-cold cp-cold
if [[ $python ]]; then
    row reference-way ours-warm
    row best-python ours-warm
fi

"$cli" convert "$source" --out "$work/ours" --no-verify --quiet >/dev/null
timed verify "$cli" verify "$work/ours" --quiet
timed against "$cli" verify "$work/ours" --against "$source" --quiet
row verify cp-warm
row against cp-warm

read_both() { timed "$1" bash -c 'for file in "$@"; do dd if="$file" of=/dev/null bs=8M status=none; done' _ "$source" "$work"/ours/*.safetensors; }
parity() { timed "$1" "$torch" parity "$source" "$work/ours" --size "$2" --quiet; }
for ((round = 0; round < rounds; ++round)); do
    cold && read_both read-cold
    cold && parity parity-64-cold 64
    read_both read-warm
    parity parity-64-warm 64
    parity parity-224 224
    if [[ $python ]]; then
        "$python" "$here/forward.py" "$work/ours" 64 224 >>"$times"
    fi
done
printf '\nparity runs both networks; PyTorch-N is the time of its own forward passes of both, without starting and loading\n'
row read-cold read-cold
row parity-64-cold read-cold
row read-warm read-warm
row parity-64-warm read-warm
if [[ $python ]]; then
    row PyTorch-64 PyTorch-64
    row parity-64-warm PyTorch-64
    row PyTorch-224 PyTorch-224
    row parity-224 PyTorch-224
else
    row parity-224 read-warm
fi

if [[ $full == yes ]]; then
    rm -rf "$work/ours" "$source"
    "$cli" make-demo "$source" --variant regnet-y-10b-seer --scale 1 --sparse --quiet
    timed full-inspect "$cli" inspect "$source" --quiet
    timed full-convert "$cli" convert "$source" --out "$work/full" --no-verify --quiet
    timed full-verify "$cli" verify "$work/full" --quiet
    printf '\nregnet-y-10b-seer, full size, sparse source of %s bytes\n' "$(stat -c %s "$source")"
    timed full-parity "$torch" parity "$source" "$work/full" --quiet
    for name in full-inspect full-convert full-verify full-parity; do
        printf '%-18s %8.2f s  %6d MiB resident\n' "$name" "$(best "$name")" "$(peak "$name")"
    done
fi
