# shellcheck shell=bash
# What every step of the set-up begins with; sourced, never run.
set -euo pipefail
# The server's own user must be able to read what is built and installed.
umask 022

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# Kept outside the checkout, so that a second checkout starts fast.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/fediversity
# Links to the programs of this checkout's versions; the Makefile puts it on the PATH.
bin=$root/.tools/bin
case $PATH in
  "$bin":*) ;;
  *) export PATH=$bin:$PATH:$HOME/.cargo/bin ;;
esac
mkdir -p "$cache" "$bin"

say() { printf '== %s\n' "$*" >&2; }
die() {
  printf 'set-up: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null; }

# Makes a program of this checkout's version available under its plain name.
link() { # NAME PROGRAM
  [ "$(readlink "$bin/$1")" = "$2" ] || ln -sfn "$2" "$bin/$1"
}

# Installs Debian packages; reads the package lists only when it is called, so never when all is there.
install_packages() { # PACKAGE...
  local become=()
  if [ "$EUID" != 0 ]; then
    has sudo || die "these Debian packages are missing, and installing them needs root or sudo: $*"
    become=(sudo)
  fi
  say "Install Debian packages: $*"
  "${become[@]}" apt-get -qq update || die "apt-get update failed, so these packages could not be installed: $*"
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -qq -y --no-install-recommends install "$@" \
    </dev/null >/dev/null || die "apt-get could not install: $*"
}
