#!/usr/bin/env bash
# The unprivileged user for the server and its Nix, when root starts them; it must reach each DIRECTORY.
#
# A closed directory on the way, such as root's home, is opened for passing through only: not for listing.
. "$(dirname "$0")/prelude.sh"
user=fediversity

if ! getent passwd "$user" >/dev/null; then
  say "Add the system user $user, for the server and its Nix"
  useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$user"
fi

passes() { setpriv --reuid="$user" --regid="$user" --init-groups test -x "$1"; }

for directory; do
  passes "$directory" && continue
  way=
  while IFS= read -r -d / part; do
    way+=$part/
    passes "$way" && continue
    say "Let the user $user pass through $way"
    setfacl -m "u:$user:x" "$way" || die "the user $user can't pass through $way; keep this project elsewhere"
  done <<<"$directory/"
done
