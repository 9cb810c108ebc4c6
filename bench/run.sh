#!/usr/bin/env bash
# Measures the whole program and its stages and writes bench/speeds.txt. Figures
# are wall time unless said; the best of several runs, so that a busy machine
# shows less. A stage's articles/s counts articles of 3 kB. What needs the
# labelled data says so where they are absent.
set -euo pipefail
cd "$(dirname "$0")/.."
shared="${NUTGRAF_SHARED:-$(cd .. && pwd)/shared}"
bin=$PWD/bin/nutgraf
out=bench/speeds.txt
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

best() { # best N COMMAND…: the least milliseconds of N runs
  local n=$1 least= t0 t1 ms; shift
  for _ in $(seq "$n"); do
    t0=$(date +%s%N); "$@" >/dev/null 2>&1 || true; t1=$(date +%s%N)
    ms=$(( (t1 - t0) / 100000 ))
    if [ -z "$least" ] || [ "$ms" -lt "$least" ]; then least=$ms; fi
  done
  awk -v x="$least" 'BEGIN { printf "%.1f", x / 10 }'
}

rate() { # rate COUNT MILLISECONDS
  awk -v n="$1" -v ms="$2" 'BEGIN { printf "%.0f", 1000 * n / ms }'
}

peak() { # peak COMMAND…: the most memory it held at once, in MB
  command time -f %M -o "$tmp/peak" "$@" >/dev/null 2>&1 || true
  awk 'NF == 1 { printf "%.0f", $1 / 1024 }' "$tmp/peak"
}

{
  echo "# Speeds, written by \`make bench\`. Machine: $(grep -m1 'model name' /proc/cpuinfo 2>/dev/null | cut -d: -f2 | sed 's/^ *//' || uname -m), $(nproc) cores; $(go version | cut -d' ' -f3)."
  echo "# The whole program; best of several runs."
  if [ -d "$shared/data/reports" ]; then
    printf '%-58s %8s ms\n' "read, five reports, cold start to end" "$(best 15 "$bin" read "$shared"/data/reports/*.txt)"
    zcat "$shared/data/stories/allsides_stream.jsonl.gz" > "$tmp/whole.jsonl"
    head -4000 "$tmp/whole.jsonl" > "$tmp/stream.jsonl"
    ms=$(GOMAXPROCS=1 best 2 "$bin" annotate "$tmp/stream.jsonl")
    printf '%-58s %8s articles/s\n' "annotate, 4,000 articles of the stream, one core" "$(rate 4000 "$ms")"
    printf '%-58s %8s articles/s\n' "the same, counted as articles of 3 kB" "$(rate $(($(wc -c < "$tmp/stream.jsonl") / 3000)) "$ms")"
    if type -P time >/dev/null; then
      printf '%-58s %8s MB\n' "annotate, $(wc -l < "$tmp/whole.jsonl") articles streamed, most memory" "$(peak "$bin" annotate "$tmp/whole.jsonl")"
      printf '%-58s %8s MB\n' "extract, all labelled pages streamed, most memory" "$(peak "$bin" extract "$shared"/data/pages/*/html)"
    else
      echo "left out: the most memory, for there is no time command"
    fi
    ms=$(GOMAXPROCS=1 best 2 "$bin" group "$tmp/stream.jsonl")
    printf '%-58s %8s articles/s\n' "group, the same, one core" "$(rate 4000 "$ms")"
    ms=$(GOMAXPROCS=1 best 2 "$bin" reuse "$tmp/stream.jsonl")
    printf '%-58s %8s articles/s\n' "reuse, the same, one core" "$(rate 4000 "$ms")"
    ms=$(GOMAXPROCS=1 best 3 "$bin" extract "$shared/data/pages/scrapinghub/html")
    printf '%-58s %8s pages/s\n' "extract, scrapinghub pages with unpacking, one core" "$(rate 114 "$ms")"
  else
    echo "left out: the labelled data are not at $shared"
  fi
  go run ./internal/newsroom/cmd/pages "$tmp/news"
  add() { rm -f "$tmp"/n.db*; "$bin" add --db "$tmp/n.db" "$tmp/news"; }
  printf '%-58s %8s ms\n' "add, the sample newsroom (60 pages) into a new database" "$(best 7 add)"
  printf '%-58s %8s ms\n' "demo --check, start to end" "$(best 3 "$bin" demo --check)"
  if [ -d "$shared/data/pages" ]; then
    echo
    echo "# Ours beside others on the scrapinghub pages, one core: pages/s, and how many times as long as ours."
    (cd bench/extract && NUTGRAF_SHARED="$shared" go test -run '^$' -bench . -cpu 1 -benchtime 5x) |
      awk '/^Benchmark/ { name = substr($1, 10); sub(/-[0-9]+$/, "", name); if (!ours) ours = $3; printf "%-58s %8.1f pages/s %7.2f\n", name, 114e9 / $3, $3 / ours }'
  fi
  echo
  echo "# The stages, one core (go test -bench)."
  go test -run '^$' -bench . -cpu 1 -benchtime 200ms -benchmem ./internal/... 2>/dev/null | grep -E '^(Benchmark|pkg:)' | sed -E 's/[[:space:]]+/ /g; s/-[0-9]+ / /'
} | tee "$tmp/out"
mv "$tmp/out" "$out"
