#!/bin/sh
# What deploying takes by hand: build, sign, copy, set, activate. Nix and its options come as arguments.
#
#   bare.sh DRV KEY STORE SSH_TARGET IDENTITY KNOWN_HOSTS NIX [OPTION...]
set -eu
derivation=$1 key=$2 store=$3 target=$4 identity=$5 known=$6
shift 6
system=$("$@" build --no-link --print-out-paths "$derivation^out")
"$@" store sign --recursive --key-file "$key" "$system"
"$@" copy --to "$store" "$system"
remote() { ssh -F none -o BatchMode=yes -o UserKnownHostsFile="$known" -i "$identity" "$target" "$@"; }
remote nix-env -p /nix/var/nix/profiles/system --set "$system"
remote systemd-run --quiet --collect --wait --pipe --service-type=exec "$system/bin/switch-to-configuration" switch
