#!/bin/sh
# What a system is switched to with: verbs, messages and exit codes are those of NixOS.
# shellcheck disable=SC2154
set -eu
export PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
system=$(dirname "$(dirname "$(readlink -f "$0")")")
# shellcheck source=/dev/null
. "$system/settings"
verb=${1-}

refuse() { # EXIT_CODE MESSAGE
  echo "$2" >&2
  exit "$1"
}

case $verb in
  check | dry-activate | test | boot | switch) ;;
  *) refuse 1 "Usage: $0 [check|dry-activate|test|boot|switch]" ;;
esac
[ -e /etc/NIXOS ] || refuse 1 "This is not a NixOS installation!"
if [ "$verb" = check ]; then
  [ "$exit_code" != 1 ] || refuse 1 "Pre-switch check failed"
  exit 0
fi

mkdir -p /run/nixos
exec 9>/run/nixos/switch-to-configuration.lock
flock --nonblock 9 || refuse 11 "Could not acquire lock"

if [ "$verb" = dry-activate ]; then
  echo "would activate the configuration..." >&2
  echo "would restart the following units: application.service" >&2
  exit 0
fi

if [ "$verb" != boot ]; then
  case $exit_code in
    1) refuse 1 "Pre-switch check failed" ;;
    11) refuse 11 "Could not acquire lock" ;;
  esac
fi

if [ "$verb" != test ]; then
  ln -sfn "$system" /boot/default.new
  mv -T /boot/default.new /boot/default
fi
[ "$verb" != boot ] || exit 0

echo "activating the configuration..." >&2
systemctl stop application.service 2>/dev/null || true
systemctl reset-failed application.service 2>/dev/null || true
"$system/activate"
if [ "$hangs" = yes ]; then
  sleep infinity
fi
if [ "$unit_fails" = yes ]; then
  systemd-run --quiet --unit=application --property=Type=oneshot false 9>&- || {
    echo "warning: the following units failed: application.service" >&2
    exit_code=4
  }
fi
exit "$exit_code"
