#!/usr/bin/env bash
# Programs written in Rust, compiled once for each version and kept in the cache.
. "$(dirname "$0")/prelude.sh"
purpose=${1:-run}
shared=$cache/tools/target
refusal=$(mktemp)
trap 'rm -rf "$shared" "$refusal"' EXIT

compile() { # HOME PACKAGE VERSION OPTION...
  (cd "$cache" && env \
    CARGO_TARGET_DIR="$shared" \
    CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback \
    CARGO_PROFILE_RELEASE_{OPT_LEVEL=1,LTO=off,CODEGEN_UNITS=16,DEBUG=0,STRIP=symbols} \
    cargo install --quiet "${@:4}" --root "$1" --version "=$3" "$2" </dev/null)
}

tool() { # PACKAGE VERSION NAME PROGRAM TIME
  local home=$cache/tools/$3-$2
  if ! [ -x "$home/bin/$4" ]; then
    say "Compile $1 $2 (once, about $5)"
    # With the versions that it was released with. A registry mirror may lack one of them; why is told only when what
    # fits today does not do either.
    if ! compile "$home" "$1" "$2" --locked 2>"$refusal"; then
      say "$1 $2 can't be had here with the versions that it was released with; try those that fit today"
      if ! compile "$home" "$1" "$2"; then
        cat "$refusal" >&2
        die "$1 $2 could not be compiled in either way"
      fi
    fi
  fi
  link "$4" "$home/bin/$4"
}

# The command writes the glue for the crate, so both have one version: the crate's.
wasm_bindgen=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' "$root/Cargo.lock")
[ -n "$wasm_bindgen" ] || die "Cargo.lock names no version of wasm-bindgen"

tool wasm-bindgen-cli "$wasm_bindgen" wasm-bindgen wasm-bindgen "2 minutes"
tool trunk 0.21.14 trunk trunk "4 minutes"
[ "$purpose" = test ] || exit 0
tool cargo-deny 0.20.2 cargo-deny cargo-deny "1 minute"
tool nixfmt_rs 0.5.3 nixfmt_rs nixfmt "half a minute"
tool typos-cli 1.52.0 typos typos "1 minute"
