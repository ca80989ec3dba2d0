#!/usr/bin/env bash
# Sets up what `make run` needs, or with the argument `test` what `make test` needs as well.
# Every step is skipped when it is done, and says in one line what it does when it is not.
. "$(dirname "$0")/prelude.sh"
purpose=${1:-run}

# Two checkouts may be set up at once; they share the cache. The lock stays with this script: a database
# server that a package starts would else hold it for ever.
exec 9>"$cache/setup.lock"
flock 9
step() { "$root/.ci/setup/$1.sh" "${@:2}" 9>&-; }

step checkout
step packages "$purpose"
step nix
step wasm
step npm frontend
step tools "$purpose"
if [ "$purpose" = test ]; then
  step npm end2end
  step python end2end/peers/proxmox
  # Without root there are no hosts to deploy to, and their tests say so.
  if [ "$EUID" = 0 ]; then step peer; fi
fi
if [ "$EUID" = 0 ]; then step user "$root" "$cache"; fi
