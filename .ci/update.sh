#!/usr/bin/env bash
# Brings the lock files to the newest versions that the manifests allow.
. "$(dirname "$0")/setup/prelude.sh"
cd "$root"

cargo update
for directory in frontend end2end; do
  (cd "$directory" && npm update --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved </dev/null)
done
