#!/bin/sh
# Stands in for the program of NixOS that makes a system the current one, when it is switched to and when the machine
# starts. Of what runs on it, there are only the sites in the machine's nginx, whose `http` includes
# /etc/nginx/fediversity/*.conf.
set -eu
out=$(dirname "$(readlink -f "$0")")
root=${NIXOS_ROOT:-}
sites=$root/etc/nginx/fediversity/system.conf

mkdir -p "$root/run"
ln -sfn "$out" "$root/run/current-system"
if [ -e "$out/etc/nginx.conf" ]; then
  mkdir -p "${sites%/*}"
  ln -sfn "$out/etc/nginx.conf" "$sites"
else
  rm -f "$sites"
fi
