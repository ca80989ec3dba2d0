#!/bin/sh
# The evaluation of a configuration by the bare command.
# evaluate.sh NIX LIBRARY INPUT OPTION... (INPUT is the directory of input.json)
nix=$1 library=$2 input=$3
shift 3
exec "$nix" "$@" eval --json --restrict-eval --option nix-path '' \
  -I "library=$library" --file "$library/default.nix" \
  -I "input=$input" --argstr input "$input/input.json" --argstr system "$(uname -m)-linux" configuration
