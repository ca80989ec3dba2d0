#!/usr/bin/env bash
# Runs every suite, also after one that fails, and ends with their sum: N passed, N failed.
. "$(dirname "$0")/setup/prelude.sh"
cd "$root"
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0

# A suite that fails without a failed test, or counts no test at all, is one failure.
suite() { # NAME (tests|none) COMMAND...
  local log=$logs/$1 ran=0 good bad
  say "$1"
  "${@:3}" </dev/null 2>&1 | tee "$log" || ran=1
  read -r good bad < <(awk -f .ci/count.awk "$log")
  if [ "$bad" = 0 ] && { [ "$ran" != 0 ] || { [ "$2" = tests ] && [ "$good" = 0 ]; }; }; then
    say "$1 failed"
    bad=1
  fi
  passed=$((passed + good)) failed=$((failed + bad))
}

browser() { cd end2end && node_modules/.bin/playwright test --reporter=list; }

suite lint none .ci/lint.sh
suite server none cargo build --quiet -p server -p peer-host
suite front-end none .ci/assets.sh
suite tests tests cargo test --no-fail-fast
suite peers tests cargo test --no-fail-fast -p peer-host -p peer-proxmox
suite browser tests browser

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
