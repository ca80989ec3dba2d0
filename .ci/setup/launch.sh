#!/usr/bin/env bash
# Runs a command with the state directory STATE: as the server's own user when started as root, else as it is.
#
#   launch.sh STATE COMMAND...
#
# It ends by becoming the command, so a signal reaches that and nothing in between.
. "$(dirname "$0")/prelude.sh"
user=fediversity
[ $# -ge 2 ] || die "usage: launch.sh STATE COMMAND..."

if [ "$EUID" != 0 ]; then
  mkdir -p "$1" || die "the state directory $1 can't be made"
  shift
  exec "$@"
fi

[ -d "$1" ] || install -d -m 700 -o "$user" -g "$user" "$1" || die "the state directory $1 can't be made"
state=$(cd "$1" && pwd -P)
# Beside the state is the identity that its secrets are sealed to; the user can make nothing there.
identity=${1%/}.identity
shift
owner=$(stat -c %U "$state")
if [ "$owner" != "$user" ]; then
  [ -z "$(ls -A "$state")" ] ||
    die "the state directory $state belongs to $owner; hand it over with: chown -R $user: '$state'"
  chown "$user:" "$state"
fi
"$root/.ci/setup/user.sh" "$state"
[ -d "$identity" ] || install -d -m 700 -o "$user" -g "$user" "$identity" || die "the directory $identity can't be made"
"$root/.ci/setup/user.sh" "$identity"

as_user=(setpriv "--reuid=$user" "--regid=$user" --init-groups --no-new-privs)
for needed in "$(command -v "$1")" "$root/nix/default.nix" "$bin/nix"; do
  "${as_user[@]}" test -r "$needed" || die "the user $user can't read $needed; allow it with: chmod -R go+rX '$root'"
done
exec "${as_user[@]}" env -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME "HOME=$state" "$@"
