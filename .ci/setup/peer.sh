#!/usr/bin/env bash
# The Debian that the hosts of tests run (end2end/peers/host): systemd, OpenSSH and nginx, unpacked once into the cache.
#
# Their Nix is the unpacked one as well: the machine's own would share the machine's store with them.
. "$(dirname "$0")/prelude.sh"
peer=$cache/peer
packages=(systemd systemd-sysv dbus openssh-server nginx-light iproute2 sudo)

[ -x "$cache/nix/bin/nix" ] || "$root/.ci/setup/nix.sh" unpacked
tree=debian-$(sha256sum <"$root/.ci/setup/peer.sh" | cut -c 1-16)

# Another checkout's hosts may be running on another tree: what was not asked for in a week goes.
use() {
  touch "$peer/$tree"
  ln -sfn "$tree" "$peer/debian.new"
  mv -T "$peer/debian.new" "$peer/debian"
  find "$peer" -maxdepth 1 -name 'debian-*' -mtime +7 -exec rm -rf {} +
}

if [ -d "$peer/$tree" ]; then
  use
  exit
fi
unshare --mount --net --pid --fork true 2>/dev/null || {
  say "No hosts for tests: this machine lets root make no namespaces"
  exit 0
}
has apt-get || die "the hosts that tests deploy to are made with apt, which is missing here"

# The suite and the mirror that this machine's apt uses already.
# shellcheck disable=SC2016
read -r mirror suite < <(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Identifier: Packages' |
  awk '$1 ~ /\/debian\/*$/ && !found++') || true
[ -n "${suite:-}" ] || die "apt names no Debian mirror to make the hosts of tests from"

say "Make the Debian that the hosts of tests run, from the suite $suite (about 30 seconds)"
# Made beside and renamed at the end: an interrupted set-up leaves no half of it.
new=$peer/new
log=$(mktemp)
trap 'rm -rf "$new" "$log"' EXIT
rm -rf "$new"
mkdir -p "$peer"
mmdebstrap --quiet --mode=root --variant=essential --include="$(IFS=, && echo "${packages[*]}")" \
  --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' \
  "$suite" "$new" "$mirror" </dev/null >"$log" 2>&1 || {
  cat "$log" >&2
  die "Debian's suite $suite could not be unpacked from $mirror"
}
# Every host makes its own.
rm -f "$new"/etc/ssh/ssh_host_*
mv "$new" "$peer/$tree"
use
