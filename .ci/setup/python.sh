#!/usr/bin/env bash
# The Python packages of one directory, as its requirements.txt has them; kept in the cache by that file's content.
#
# They get an environment of their own, which the directory has as .venv.
. "$(dirname "$0")/prelude.sh"
directory=$root/${1:?which directory}

# An environment is bound to the Python that made it, and to the place where it was made.
hash=$({ python3 -c 'import sys; print(sys.base_prefix, sys.version)' && cat "$directory/requirements.txt"; } | sha256sum | cut -c 1-16)
home=$cache/python/${1//\//-}-$hash

if ! [ -e "$home/complete" ]; then
  say "Install the Python packages of $1/requirements.txt"
  rm -rf "$home"
  mkdir -p "$cache/python"
  python3 -m venv "$home" || die "Python could make no environment in $home"
  "$home/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all: \
    --requirement "$directory/requirements.txt" </dev/null ||
    die "pip could not install the packages of $1/requirements.txt"
  : >"$home/complete"
fi

[ "$(readlink "$directory/.venv")" = "$home" ] || ln -sfn "$home" "$directory/.venv"
