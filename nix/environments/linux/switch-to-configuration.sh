# shellcheck shell=sh
# Puts this deployment in front of the machine's nginx, or takes it away. Before this stands where it is: `self`.
#
#   dry-activate  says on standard error what would change, and changes nothing
#   switch, test  shows it; if nginx refuses it, what was there before is shown again
#   boot          nothing: what is shown is shown after the next start as well
#   off           takes it away
set -eu
umask 022
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
self=${self:?}
link=$(cat "$self/link")
root=${link%/*}
# nginx looks for no name that begins with a dot.
beside=$root/.${link##*/}.new

placed() {
  [ ! -L "$link" ] || readlink "$link"
}

# One after the other: nginx looks at all deployments at once.
hold() {
  mkdir -p "$root"
  if command -v flock >/dev/null; then
    exec 9>"$root/.lock"
    flock 9
  fi
}

place() { # TARGET, or none
  if [ -n "$1" ]; then
    ln -sfn "$1" "$beside"
    mv -T "$beside" "$link"
  else
    rm -f "$link"
  fi
}

# An nginx that does not run reads it when it starts.
reload() {
  nginx -t -q || return 1
  if [ -d /run/systemd/system ]; then
    systemctl try-reload-or-restart nginx
  else
    nginx -s reload
  fi
}

show() {
  hold
  before=$(placed)
  place "$self"
  if ! reload; then
    echo "nginx refuses $self; ${before:-nothing} is in its place again" >&2
    place "$before"
    reload || echo "nginx refuses that as well" >&2
    exit 1
  fi
}

case "${1:-}" in
  dry-activate)
    if [ "$(placed)" != "$self" ]; then
      echo "would link $link to $self" >&2
      echo "would reload nginx" >&2
    fi
    ;;
  switch | test) show ;;
  boot) ;;
  off)
    hold
    place ""
    reload
    ;;
  *)
    echo "Usage: $0 [switch|test|boot|dry-activate|off]" >&2
    exit 1
    ;;
esac
