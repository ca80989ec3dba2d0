#!/bin/sh
# Makes the system that this belongs to the live one; at boot as well.
# shellcheck disable=SC2154
set -eu
export PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
system=$(dirname "$(readlink -f "$0")")
# shellcheck source=/dev/null
. "$system/settings"

mkdir -p /nix/var/nix/gcroots
ln -sfn /run/current-system /nix/var/nix/gcroots/current-system
ln -sfn "$system" /run/current-system.new
mv -T /run/current-system.new /run/current-system
# What another system had its web server show (nix/tests/nixpkgs) is no part of this one.
if [ -L /etc/nginx/fediversity/system.conf ]; then
  rm /etc/nginx/fediversity/system.conf
  systemctl try-reload-or-restart nginx
fi

if [ "$cuts_network" = yes ]; then
  ip link set eth0 down
else
  ip link set eth0 up
fi
