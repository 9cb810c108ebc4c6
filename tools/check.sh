#!/usr/bin/env bash
# Format, vet, staticcheck, floors and dependencies, known vulnerabilities.
# govulncheck needs its database; where that cannot be reached the script says
# so and goes on.
set -uo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=0
status=0
run() { echo "== $1"; shift; "$@" || { status=1; echo "FAILED: $*"; }; }
tool() { go tool -modfile=tools/go.mod "$@"; }

unformatted=$(tool gofumpt -l .)
if [ -n "$unformatted" ]; then
  echo "not formatted (run: go tool -modfile=tools/go.mod gofumpt -w .):"
  echo "$unformatted"
  status=1
fi
run vet go vet ./...
run staticcheck tool staticcheck ./...
run "floors and dependencies" go test -run 'TestFloors|TestDependencies' .
echo "== govulncheck"
out=$(tool govulncheck ./... 2>&1)
case $? in
  0) echo "no known vulnerability" ;;
  3) echo "$out"; status=1 ;;
  *) echo "left out: the vulnerability database cannot be reached" ;;
esac
exit $status
