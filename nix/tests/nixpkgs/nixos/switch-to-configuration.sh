#!/bin/sh
# Stands in for the program of NixOS: the system becomes the current one (see activate.sh), the one that starts next, or
# both.
set -eu
out=$(cd "$(dirname "$0")/.." && pwd -P)
root=${NIXOS_ROOT:-}

boot() {
  mkdir -p "$root/boot"
  ln -sfn "$out" "$root/boot/default.new"
  mv -T "$root/boot/default.new" "$root/boot/default"
}

shown() { readlink "$root/etc/nginx/fediversity/system.conf" || :; }

activate() {
  before=$(shown)
  "$out/activate"
  if [ "$(shown)" = "$before" ] || [ -n "$root" ]; then return; fi
  # As with NixOS, the system is the current one even if a unit failed.
  systemctl reload nginx || exit 4
}

case "${1:-}" in
  switch)
    boot
    activate
    ;;
  test) activate ;;
  boot) boot ;;
  check) ;;
  dry-activate)
    [ ! -e "$out/etc/nginx.conf" ] || echo "would reload the following units: nginx.service" >&2
    ;;
  *)
    echo "Usage: $0 [check|switch|boot|test|dry-activate]" >&2
    exit 1
    ;;
esac
