#!/usr/bin/env bash
# Builds the front-end into frontend/dist, when anything that it is made from is newer than the last build.
. "$(dirname "$0")/setup/prelude.sh"
cd "$root"
stamp=.tools/assets.stamp
inputs=(Cargo.toml Cargo.lock Trunk.toml app style frontend/src frontend/Cargo.toml frontend/index.html
  frontend/compress.mjs frontend/concatenate.mjs frontend/package-lock.json)

if [ -e "$stamp" ] && [ -e frontend/dist/index.html ] &&
  [ -z "$(find "${inputs[@]}" -newer "$stamp" -print -quit)" ]; then exit; fi

say "Build the front-end (minutes the first time)"
# What is saved while the build runs belongs to the next one.
touch "$stamp.new"
# shellcheck source=/dev/null
if [ -e .tools/wasm.env ]; then . .tools/wasm.env; fi
# Checkouts share the target directory, and Trunk takes the module from there.
mkdir -p "${CARGO_TARGET_DIR:=$cache/target}"
export CARGO_TARGET_DIR
exec 9>"$CARGO_TARGET_DIR/assets.lock"
flock 9
# Trunk works offline, so what the module is made from is downloaded, and compiled, before.
cargo build --quiet --package frontend --profile wasm --target wasm32-unknown-unknown </dev/null 9>&- ||
  die "the front-end could not be compiled"
# Trunk takes the value of NO_COLOR for true or false, and knows no other.
env -u NO_COLOR trunk --log warn build </dev/null 9>&- || die "the front-end could not be built"
mv "$stamp.new" "$stamp"
