#!/bin/bash
# Runs every fuzz target of the module for FUZZTIME each, FUZZJOBS of them at a time with one worker
# each. Targets are found in the tests' source, so a new one needs no list. Ends non-zero when any
# target fails; its output and the input that failed (below testdata/fuzz of its package) are shown.
# FUZZONLY and FUZZSKIP are extended regular expressions of the names to run, and not to run.
set -euo pipefail
cd "$(dirname "$0")/.."

FUZZTIME=${FUZZTIME:-60s}
FUZZJOBS=${FUZZJOBS:-2}
logs=$PWD/.cache/fuzz
mkdir -p "$logs"

# Folder and name of each target. Nested modules, examples among them or not, are go list's matter.
targets() {
  local dir
  go list -f '{{.Dir}}' ./... | while read -r dir; do
    { grep -ohE '^func Fuzz[A-Za-z0-9_]*\(' "$dir"/*_test.go 2>/dev/null || true; } |
      sed -e 's/^func //' -e 's/($//' -e "s|^|./${dir#"$PWD"/} |"
  done
}

# A run that failed because its time was over, and for nothing else: before Go 1.27 the end of -fuzztime
# can be taken for an error (golang/go#75804). A target that fails writes the input down.
ended() { grep -qx '    context deadline exceeded' "$1" && ! grep -qE 'Failing input|panic' "$1"; }

# One target, again when it has only ended. The word "elapsed" of its last line of progress says how
# much was tried.
fuzz_one() {
  local log attempt
  log=$logs/$(tr / _ <<<"${1#./}")_$2.log
  for attempt in 1 2 3; do
    if go test -run '^$' -fuzz "^$2\$" -fuzztime "$FUZZTIME" -fuzzminimizetime 1x -parallel 1 "$1" >"$log" 2>&1; then
      echo "ok    $1 $2: $(grep -oE 'execs: [0-9]+' "$log" | tail -1)"
      return
    fi
    ended "$log" || break
    echo "again $1 $2: its end was taken for an error, attempt $attempt"
  done
  cat "$log"
  echo "FAIL  $1 $2"
  return 1
}

if [ $# = 2 ]; then
  fuzz_one "$1" "$2"
  exit
fi

list=$(targets | grep -E "${FUZZONLY:-}" | grep -vE "${FUZZSKIP:-^\$}")
count=$(wc -l <<<"$list")
echo "fuzz: $count targets, $FUZZTIME each, $FUZZJOBS at a time"
xargs -P "$FUZZJOBS" -L 1 "$PWD/.ci/fuzz.sh" <<<"$list"
