#!/usr/bin/env bash
# The npm packages of one directory, as its lock file has them; kept in the cache by that file's content.
. "$(dirname "$0")/prelude.sh"
directory=$root/${1:?which directory}

hash=$(cat "$directory/package.json" "$directory/package-lock.json" | sha256sum | cut -c 1-16)
home=$cache/npm/$1-$hash

if ! [ -d "$home/node_modules" ]; then
  say "Install the npm packages of $1/package-lock.json"
  rm -rf "$home.new"
  mkdir -p "$home.new"
  cp "$directory/package.json" "$directory/package-lock.json" "$home.new"
  (cd "$home.new" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >/dev/null) ||
    die "npm could not install the packages of $1/package-lock.json"
  rm -rf "$home"
  mv "$home.new" "$home"
fi

case $1 in
  frontend) link wasm-opt "$home/node_modules/binaryen/bin/wasm-opt" ;;
  *) [ "$(readlink "$directory/node_modules")" = "$home/node_modules" ] ||
    ln -sfn "$home/node_modules" "$directory/node_modules" ;;
esac
