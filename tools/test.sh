#!/usr/bin/env bash
# Runs every test, and the demo's check of its own pages. Installs what it can
# (a browser, on a Debian machine), names what it leaves out and why, and fails
# on any omission when CI is set.
set -uo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=0
export NUTGRAF_SHARED="${NUTGRAF_SHARED:-$(cd .. && pwd)/shared}"
left_out=()

find_browser() {
  for name in chromium chromium-browser google-chrome chrome; do
    if command -v "$name" >/dev/null 2>&1; then command -v "$name"; return; fi
  done
}

browser=$(find_browser)
if [ -z "$browser" ] && [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
  echo "installing chromium for the browser tests"
  (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-dejavu-core) >/dev/null 2>&1
  browser=$(find_browser)
fi
if [ -n "$browser" ]; then
  export NUTGRAF_BROWSER="$browser"
else
  left_out+=("browser tests: no Chromium found and none could be installed")
fi
if [ ! -d "$NUTGRAF_SHARED/data" ]; then
  left_out+=("tests on labelled articles: no data at $NUTGRAF_SHARED (set NUTGRAF_SHARED)")
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
go test -timeout 30m -v ./... >"$log" 2>&1
status=$?
if [ $status -ne 0 ]; then
  grep -nE '^\s*--- FAIL|^FAIL|panic:|\[build failed\]' "$log" | head -50
  echo "--- the failing tests' output"
  grep -vE '^\s*(=== (RUN|PAUSE|CONT|NAME)|--- (PASS|SKIP))' "$log" | tail -150
fi
while IFS= read -r line; do left_out+=("$line"); done < <(
  awk '/^ *--- SKIP/ {sub(/^ */, ""); sub(/^ */, "", said); print $0 ": " said} {said = $0}' "$log")

if ! go run ./cmd/nutgraf demo --check; then
  echo "FAIL: nutgraf demo --check"
  status=1
fi

grep -E '^(ok|FAIL|---)\s' "$log" | grep -vE '^--- (PASS|SKIP)'
count() { grep -cE "^ *--- $1" "$log" || true; }
if [ ${#left_out[@]} -gt 0 ]; then
  echo "left out:"
  printf '  %s\n' "${left_out[@]}"
  if [ -n "${CI:-}" ]; then
    echo "CI is set: nothing may be left out"
    status=1
  fi
fi
echo "$(count PASS) passed, $(count FAIL) failed, $(count SKIP) skipped"
exit $status
