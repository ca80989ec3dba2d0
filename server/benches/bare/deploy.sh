#!/bin/sh
# A run by hand: builds a derivation, puts the link to its files in place, asks until the new content comes.
# deploy.sh NIX DERIVATION ROOT FILES LIVE ADDRESS TITLE OPTION...
set -eu
nix=$1 derivation=$2 root=$3 files=$4 live=$5 address=$6 title=$7
shift 7
"$nix" "$@" build --out-link "$root" "$derivation^out"
ln -s "$files" "$live.new"
mv -T "$live.new" "$live"
until busybox wget -qO- "$address" | grep -qF "$title"; do :; done
