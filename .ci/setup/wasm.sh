#!/usr/bin/env bash
# The WASM target: from rustup, else built from source by Debian's compiler, which comes with that source.
#
# What the front-end's build needs in the second case stands in .tools/wasm.env afterwards.
. "$(dirname "$0")/prelude.sh"
environment=$root/.tools/wasm.env
target=wasm32-unknown-unknown

sysroot=$(cd "$root" && rustc --print sysroot)
if [ -d "$sysroot/lib/rustlib/$target" ]; then
  rm -f "$environment"
  exit
fi
if [ -e "$environment" ] && [ -x /usr/bin/rustc ] && [ -d /usr/lib/rustlib/src/rust/library ]; then exit; fi

say "Add Rust's target $target"
if has rustup && (cd "$root" && timeout 300 rustup --quiet target add "$target" </dev/null); then
  rm -f "$environment"
  exit
fi

say "rustup could not add it; Debian's Rust will build it from source"
install_packages rustc-web cargo-web rust-web-src
host=$(cd "$root" && rustc -vV | awk '/^host: / { print $2 }')
linker=$sysroot/lib/rustlib/$host/bin/rust-lld
[ -x "$linker" ] || die "this Rust has no rust-lld to link WASM with; install Rust with rustup"

# Trunk takes the first cargo on the PATH.
mkdir -p "$root/.tools/debian"
ln -sfn /usr/bin/cargo "$root/.tools/debian/cargo"
ln -sfn /usr/bin/rustc "$root/.tools/debian/rustc"
cat >"$environment" <<ENVIRONMENT
export PATH="$root/.tools/debian:\$PATH"
export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$linker"
ENVIRONMENT
