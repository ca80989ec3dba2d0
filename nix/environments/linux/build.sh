# shellcheck shell=sh
# Lays out what system.nix says, from its environment; arguments are a path and a store file in turn.
: "${out:?}" "${program:?}" "${configuration:?}" "${variable:?}" "${link:?}"

mkdir -p "$out/bin"
{
  printf '#!/bin/sh\nself=%s\n' "$out"
  cat "$program"
} >"$out/bin/switch-to-configuration"
chmod +x "$out/bin/switch-to-configuration"

{
  printf 'geo $%s { default "%s"; }\n' "$variable" "$out"
  cat "$configuration"
} >"$out/nginx.conf"
printf '%s\n' "$link" >"$out/link"

while [ $# -gt 0 ]; do
  mkdir -p "$out/${1%/*}"
  cp "$2" "$out/$1"
  shift 2
done
