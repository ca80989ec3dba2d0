#!/bin/sh
# Stands in for the program of NixOS: the system becomes the current one, and nothing is started.
set -eu
out=$(cd "$(dirname "$0")/.." && pwd)
case "${1:-}" in
  switch | test)
    mkdir -p "${NIXOS_ROOT:-}/run"
    ln -sfn "$out" "${NIXOS_ROOT:-}/run/current-system"
    ;;
  boot | dry-activate) ;;
  *)
    echo "Usage: $0 [switch|boot|test|dry-activate]" >&2
    exit 1
    ;;
esac
