#!/usr/bin/env bash
# Nix: the one on the PATH when it is new enough, else one unpacked from Debian's newer suites.
#
# apt resolves nix-bin against an empty package status, so it downloads every library as well, glibc included.
# They are unpacked beside the system, never installed, and Nix is given their loader and library path.
#
#   nix.sh [unpacked]    with this word unpacks one in any case, and leaves the choice of the command as it is
. "$(dirname "$0")/prelude.sh"
wanted=${1:-any}
oldest=2.26
suites=(forky trixie)

is_new_enough() { # NIX
  local version
  version=$("$1" --version 2>/dev/null | awk '{ print $NF }') && [ -n "$version" ] &&
    [ "$(printf '%s\n' "$oldest" "$version" | sort -V | head -n 1)" = "$oldest" ]
}

outside=$(PATH=${PATH#"$bin:"} command -v nix || true)
if [ "$wanted" = any ] && [ -n "$outside" ] && is_new_enough "$outside"; then
  link nix "$(readlink -f "$outside")"
  exit
fi
if [ -x "$cache/nix/bin/nix" ]; then
  [ "$wanted" = unpacked ] || link nix "$cache/nix/bin/nix"
  exit
fi
has apt-get || die "Nix $oldest or newer is missing; install it and try again"

# The mirror that this machine's apt uses already.
mirror() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' | awk '/\/debian\/*$/ && !found++'
}

# Downloads the packages of one suite with an apt of its own, which leaves the machine's alone.
# A mirror that lags behind will do: the packages are signed all the same.
download() { # SUITE MIRROR APT
  local suite=$1 mirror=$2 apt=$3
  rm -rf "$apt"
  mkdir -p "$apt"/etc/{apt.conf.d,preferences.d,trusted.gpg.d,sources.list.d} \
    "$apt"/state/lists/partial "$apt"/cache/archives/partial
  : >"$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$apt/etc/sources.list"
  cat >"$apt/conf" <<CONF
Dir::Etc "$apt/etc";
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
APT::Architecture "$(dpkg --print-architecture)";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
CONF
  APT_CONFIG=$apt/conf apt-get -qq update &&
    APT_CONFIG=$apt/conf apt-get -qq -y --download-only install nix-bin patchelf </dev/null >/dev/null
}

# Unpacks the programs and libraries; the Perl that is drawn in as well is not needed.
unpack() { # ARCHIVES SYSTEM
  local package
  for package in "$1"/*.deb; do
    case ${package##*/} in
      libperl* | *-perl_*) ;;
      nix-bin_* | patchelf_* | lib* | gcc-*-base_* | zlib1g_*) dpkg-deb -x "$package" "$2" ;;
    esac
  done
}

# Gives Nix the unpacked loader, by the place where it will stand, and the libraries beside it.
tie() { # SYSTEM PLACE
  local system=$1 place=$2 libraries loader
  libraries=$(echo "$system"/usr/lib/*-linux-gnu)
  loader=$(find "$libraries/" -name 'ld-linux*.so.*' -print -quit)
  # shellcheck disable=SC2016
  "$loader" --library-path "$libraries" "$system/usr/bin/patchelf" --output "$system/usr/bin/nix.tied" \
    --set-interpreter "$place/${loader#"$system/"}" \
    --force-rpath --set-rpath '$ORIGIN/../lib/nix:$ORIGIN/../lib/'"${libraries##*/}" "$system/usr/bin/nix"
  mv "$system/usr/bin/nix.tied" "$system/usr/bin/nix"
  ! "$loader" --list "$system/usr/bin/nix" | grep 'not found' >&2
}

# Writes the command and its configuration. An unreachable cache would hold up every build, so none is named.
configure() { # NEW PLACE
  mkdir -p "$1/bin" "$1/etc"
  cat >"$1/etc/nix.conf" <<CONF
experimental-features = nix-command flakes
build-users-group =
substituters =
CONF
  cat >"$1/bin/nix" <<SCRIPT
#!/bin/sh
: "\${NIX_CONF_DIR:=$2/etc}" "\${NIX_SSL_CERT_FILE:=/etc/ssl/certs/ca-certificates.crt}"
export NIX_CONF_DIR NIX_SSL_CERT_FILE NIX_LIBEXEC_DIR="$2/system/usr/libexec"
exec "$2/system/usr/bin/nix" "\$@"
SCRIPT
  chmod 755 "$1/bin/nix"
}

mirror=$(mirror)
[ -n "$mirror" ] || die "apt names no Debian mirror to take Nix from; install Nix $oldest or newer"
# Made beside and renamed at the end: an interrupted set-up leaves no half of it.
new=$cache/nix.new
trap 'rm -rf "$new"' EXIT
for suite in "${suites[@]}"; do
  say "Unpack Nix from Debian's suite $suite (about 15 seconds)"
  rm -rf "$new"
  mkdir -p "$new/system"
  if download "$suite" "$mirror" "$new/apt" && unpack "$new/apt/cache/archives" "$new/system" &&
    tie "$new/system" "$cache/nix/system"; then
    configure "$new" "$cache/nix"
    rm -rf "$new/apt" "$cache/nix"
    mv "$new" "$cache/nix"
    is_new_enough "$cache/nix/bin/nix" || die "Debian's Nix does not start, or is older than $oldest"
    [ "$wanted" = unpacked ] || link nix "$cache/nix/bin/nix"
    exit
  fi
done
die "Nix could not be unpacked from Debian; install Nix $oldest or newer"
