#!/usr/bin/env bash
# Runs every fuzz target of the module for the time given, one after another.
set -uo pipefail
cd "$(dirname "$0")/.."
time=${1:-1m}
status=0
while IFS=: read -r file target; do
  echo "== $target in $(dirname "$file") for $time"
  go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" "./$(dirname "$file")" || status=1
done < <(grep -rnoE --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | sed -E 's#^\./##; s#:[0-9]+:func #:#')
exit $status
