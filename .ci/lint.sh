#!/usr/bin/env bash
# Every check of form; goes on after one that fails, so that all are told at once.
. "$(dirname "$0")/setup/prelude.sh"
cd "$root"
failed=()

check() { # NAME COMMAND...
  say "Lint: $1"
  "${@:2}" </dev/null || failed+=("$1")
}

# Clippy knows rustup's compiler only, so where Debian's builds the front-end, compiling it has to do.
lint_frontend() {
  if [ -e .tools/wasm.env ]; then
    # shellcheck source=/dev/null
    (. .tools/wasm.env && RUSTFLAGS="--cfg erase_components -D warnings" cargo check -q -p frontend --target wasm32-unknown-unknown)
  else
    cargo clippy -q -p frontend --target wasm32-unknown-unknown -- -D warnings
  fi
}

check_nix() { find flake.nix nix end2end/peers -name '*.nix' -print0 | xargs -0 nixfmt --check; }

check "Rust formatting" cargo fmt --all --check
check "Nix formatting" check_nix
check "spelling" typos
check "TypeScript" end2end/node_modules/.bin/tsc --noEmit -p end2end
check "licences, bans and sources" cargo deny --log-level error check licenses bans sources
check "clippy" cargo clippy -q --locked --all-targets -- -D warnings
check "clippy, peers" cargo clippy -q --locked --all-targets -p peer-host -p peer-proxmox -- -D warnings
check "clippy, front-end" lint_frontend

[ ${#failed[@]} = 0 ] || die "lint failed: $(IFS=, && echo "${failed[*]}")"
