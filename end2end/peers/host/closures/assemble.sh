#!/bin/sh
# Lays out a system: assemble.sh SWITCH ACTIVATE SETTINGS MESSAGE WWW PART...
# shellcheck disable=SC2154
mkdir -p "$out/bin"
cp "$1" "$out/bin/switch-to-configuration"
cp "$2" "$out/activate"
chmod 555 "$out/bin/switch-to-configuration" "$out/activate"
cp "$3" "$out/settings"
if [ -n "$5" ]; then
  ln -s "$5" "$out/www"
else
  mkdir "$out/www"
  cp "$4" "$out/www/index.html"
fi
echo "$out" >"$out/live"
shift 5
printf '%s\n' "$@" >"$out/parts"
