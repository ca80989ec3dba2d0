#!/bin/sh
# What Fediversity does on a machine. It comes over SSH, lies in a directory that is root's alone, and is called with a
# verb; what a verb needs comes as `name=value` lines on standard input, ended by an empty one. It answers in such lines, and
# with `done=VERB` at the end, so that half of an answer, or of a script, is not taken for a whole one.
#
# A deployment has a directory with what is active, and one below it, `pending`, while something is activated and not
# confirmed. Until it is confirmed, a timer here goes back to what was active before, whatever becomes of whoever began.
set -eu
umask 077
export PATH=/run/current-system/sw/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/nix/var/nix/profiles/default/bin
export LC_ALL=C
base=/var/lib/fediversity-host
script=$0

# Ends with a code of its own for each kind of failure; `host.rs` knows them.
fail() { # CODE SENTENCE
  printf '%s\n' "$2" >&2
  exit "$1"
}
readonly NOT_READY=65 FENCED=66 BUSY=67 REFUSED=68 GONE_BACK=70 NO_ROOM=71 NOT_BEGUN=72 CUT_OFF=75

# What can't be written says so in many ways.
is_full() { [ "$(df -Pk "$base" | awk 'NR == 2 { print $4 }')" = 0 ]; }
trap 'status=$?; case $status in 0 | 6[4-9] | 7[0-5]) ;; *) if is_full; then exit "$NO_ROOM"; fi ;; esac' EXIT

deployment='' fence='' kind='' closure='' system='' link='' profile='' limit='' grace='' unit=''
read_values() {
  ended=''
  while IFS= read -r line; do
    if [ -z "$line" ]; then
      ended=yes
      break
    fi
    value=${line#*=}
    case ${line%%=*} in
      deployment) deployment=$value ;;
      fence) fence=$value ;;
      kind) kind=$value ;;
      closure) closure=$value ;;
      system) system=$value ;;
      link) link=$value ;;
      profile) profile=$value ;;
      limit) limit=$value ;;
      grace) grace=$value ;;
      unit) unit=$value ;;
    esac
  done
  [ -n "$ended" ] || fail $CUT_OFF 'the question was cut off'
  case $deployment in '' | *[!0-9a-f-]*) fail 64 'no deployment is called so' ;; esac
  dir=$base/deployments/$deployment
}

# The text of a small file, or nothing.
text() { if [ -r "$1" ]; then cat "$1"; fi; }

# Replaces a small file at once, on the disk before anything that relies on it.
keep() { # FILE TEXT
  printf '%s' "$2" >"$1.new" && sync "$1.new" && mv "$1.new" "$1"
}

lock() {
  exec 9>"$base/lock"
  flock -w 60 9 || fail $BUSY 'the machine is being changed by somebody who does not come to an end'
}

# For what goes back: it has to come to its turn.
lock_patiently() {
  exec 9>"$base/lock"
  flock 9
}

# A newer claim has its way; an older one changes nothing any more.
claim() {
  mkdir -p "$dir"
  rm -rf "$dir/done"
  known=$(text "$dir/fence")
  [ "${known:-0}" -le "$fence" ] || fail $FENCED 'a newer run has taken over'
  [ "$known" = "$fence" ] || keep "$dir/fence" "$fence"
}

# What is really active of a deployment.
current() {
  if [ -e "$link" ]; then readlink -f "$link"; fi
}

activating="fediversity-activate-"
returning="fediversity-return-"

is_running() {
  case $(systemctl is-active "$1" || :) in active | activating | reloading | deactivating) ;; *) return 1 ;; esac
}

await_unit() { # UNIT SECONDS
  waited=0
  while is_running "$1"; do
    [ "$waited" -lt $(($2 * 5)) ] || return 1
    sleep 0.2
    waited=$((waited + 1))
  done
}

# In so many seconds, what was active is active again, unless somebody disarms it.
arm() {
  disarm
  systemd-run --quiet --collect --on-active="$1" --timer-property=AccuracySec=100ms \
    --unit="$returning$deployment" /bin/sh "$script" returned "$deployment" "$(text "$dir/pending/system")"
}
disarm() { systemctl stop "$returning$deployment.timer" 2>/dev/null || :; }

failed_units() { systemctl list-units --failed --plain --no-legend | awk '{ print $1 }' | sort; }

# The files that a list of editions names.
paths() { if [ -r "$1" ]; then cut -f 1 "$1"; fi; }

# What is in the places of delivered secrets now, for going back: below `before`, and in `absent` where nothing is.
save_secrets() { # DIRECTORY
  [ -e "$dir/editions.next" ] || return 0
  mkdir "$1/before"
  : >"$1/absent"
  (cd "$dir/delivered" && find . -type f) | while IFS= read -r file; do
    file=${file#./}
    if [ -e "/$file" ]; then
      mkdir -p "$1/before/${file%/*}"
      cp -p "/$file" "$1/before/$file"
    else
      printf '%s\n' "$file" >>"$1/absent"
    fi
  done
}

# Puts the files below a directory in their places, each at once.
put() { # DIRECTORY
  [ -d "$1" ] || return 0
  (cd "$1" && find . -type f) | while IFS= read -r file; do
    place=/${file#./}
    lead_through "${place%/*}"
    cp -p "$1/$file" "$place.new"
    mv "$place.new" "$place"
  done
}

# Makes a directory, and those above it, that others can pass through and not list.
lead_through() { # DIRECTORY
  [ ! -d "$1" ] || return 0
  lead_through "${1%/*}"
  mkdir -m 711 "$1"
}

# Puts back what was there before the pending activation.
take_secrets() {
  put "$dir/pending/before"
  if [ -r "$dir/pending/absent" ]; then
    while IFS= read -r file; do rm -f "/$file"; done <"$dir/pending/absent"
  fi
  forget_delivery
}

forget_delivery() { rm -rf "$dir/delivered" "$dir/editions.next"; }

# The applications of which a secret was replaced by another one. Their system may well be the same.
readers() {
  [ -d "$dir/pending/before" ] || return 0
  (cd "$dir/pending/before" && find . -type f) | while IFS= read -r file; do
    directory=${file%/*}
    printf '%s\n' "${directory##*/}"
  done | sort -u
}

# Starts what reads secrets anew: an application's units want its target (nix/nixos/ready.nix).
restart() { # APPLICATION...
  for application; do systemctl try-restart "fediversity-$application.target" 2>/dev/null || :; done
}

# Back to what was active before. What is confirmed goes on to its end instead; what can't be brought back is told, and
# stays pending.
go_back() {
  if [ ! -d "$dir/pending" ]; then
    forget_delivery
    return
  fi
  if [ -e "$dir/pending/confirmed" ]; then
    finish
    return
  fi
  old=$(text "$dir/pending/old")
  changed=$(readers)
  take_secrets
  status=0
  if [ -n "$old" ]; then
    "$old/bin/switch-to-configuration" test 9>&- || status=$?
    case $status in 0 | 4 | 100) ;; *) fail $REFUSED "could not go back to $old: exit status $status" ;; esac
  else
    "$(text "$dir/pending/system")/bin/switch-to-configuration" off 9>&-
  fi
  # shellcheck disable=SC2086
  restart $changed
  rm -f "/nix/var/nix/gcroots/fediversity-$deployment"
  rm -rf "$dir/gone-back"
  mv "$dir/pending" "$dir/gone-back"
}

# The same where going on matters more: what can't be gone back to is left behind.
leave_pending() {
  # In a shell of its own, which ends where something fails.
  status=0
  /bin/sh "$script" went-back "$deployment" 9>&- >/dev/null || status=$?
  [ "$status" != 0 ] || return 0
  forget_delivery
  rm -rf "$dir/given-up"
  mv "$dir/pending" "$dir/given-up"
}

# Makes what is confirmed what the machine starts with, and keeps that. From here on there is no way but forward.
finish() {
  confirmed=$(text "$dir/pending/system")
  place=$(text "$dir/pending/profile")
  # Called where a failure does not end the script by itself.
  nix-env -p "$place" --set "$confirmed" || return 1
  "$confirmed/bin/switch-to-configuration" boot 9>&- || return 1
  if [ "$(text "$dir/pending/kind")" != nixos ]; then
    nix-env -p "$place" --delete-generations +3 || :
  elif [ ! -e "$dir/origin" ]; then
    # What the machine goes back to when the deployment is removed: nobody collects that either.
    ln -sfn "$(text "$dir/pending/old")" "/nix/var/nix/gcroots/fediversity-$deployment-origin" || return 1
    keep "$dir/origin" "$(text "$dir/pending/old")" || return 1
  fi
  # The system first: as long as the other one is current, nothing counts as active.
  keep "$dir/system" "$confirmed" || return 1
  keep "$dir/closure" "$(text "$dir/pending/closure")" || return 1
  if [ -e "$dir/editions.next" ]; then
    paths "$dir/editions.next" >"$dir/paths" || return 1
    paths "$dir/editions" | while IFS= read -r path; do
      grep -qxF -- "$path" "$dir/paths" || rm -f "$path"
    done
    mv "$dir/editions.next" "$dir/editions" || return 1
    rm -rf "$dir/delivered" "$dir/paths"
  fi
  mv "$dir/pending" "$dir/done" || return 1
  rm -rf "$dir/done" "$dir/gone-back" "$dir/given-up"
  rm -f "/nix/var/nix/gcroots/fediversity-$deployment"
}

# What whoever deploys has to know of the machine.
look() {
  echo "user=$(id -u)"
  echo "architecture=$(uname -m)"
  if [ -d /run/systemd/system ]; then echo 'systemd=yes'; fi
  if [ -e /etc/NIXOS ]; then echo 'nixos=yes'; fi
  if command -v nix-store >/dev/null; then
    echo "nix=$(nix-store --version | awk '{ print $NF }')"
    keys=$(nix --extra-experimental-features nix-command config show trusted-public-keys 2>/dev/null ||
      nix --extra-experimental-features nix-command show-config 2>/dev/null | sed -n 's/^trusted-public-keys = //p' || :)
    echo "trusted=$keys"
  fi
  if command -v nginx >/dev/null; then look_at_nginx; fi
  echo "free=$(df -Pk /nix/store 2>/dev/null | awk 'NR == 2 { print $4 }')"
}

look_at_nginx() {
  if systemctl is-active --quiet nginx; then echo 'nginx=active'; else echo "nginx=$(systemctl is-active nginx || :)"; fi
  if said=$(nginx -T 2>&1); then
    printf '%s\n' "$said" | sed -n \
      -e 's/^[[:space:]]*include[[:space:]]\{1,\}\([^;]*\);.*/include=\1/p' \
      -e 's/^[[:space:]]*server_names_hash_bucket_size[[:space:]]\{1,\}\([0-9]*\);.*/names=\1/p' | sort -u
  else
    printf '%s\n' "$said" | sed -n 's/^.*\[emerg\] \([0-9#]*: \)\{0,1\}/refused=/p'
  fi
}

# What is known of a deployment.
state() {
  echo "fence=$(text "$dir/fence")"
  echo "closure=$(text "$dir/closure")"
  echo "system=$(text "$dir/system")"
  echo "current=$(current)"
  if [ -n "$system" ] && [ -e "$system/bin/switch-to-configuration" ] &&
    nix-store --check-validity "$system" 2>/dev/null; then
    echo 'copied=yes'
  fi
  if [ -d "$dir/pending" ]; then
    echo "pending=$(text "$dir/pending/system")"
    echo "status=$(text "$dir/pending/status")"
  fi
  echo "gone-back=$(text "$dir/gone-back/system")"
  if [ -e "$dir/editions.next" ]; then echo 'delivered=yes'; fi
  if [ -r "$dir/editions" ]; then
    while IFS= read -r edition; do
      if [ -e "${edition%%	*}" ]; then echo "edition=$edition"; fi
    done <"$dir/editions"
  fi
}

# Whether a unit is active.
unit() { systemctl is-active "$unit" || :; }

# Before copying: nobody collects what comes.
prepare() {
  mkdir -p "$base/deployments" /nix/var/nix/gcroots
  lock
  owner=$(text "$base/owner")
  if [ "$kind" = nixos ] && [ -n "$owner" ] && [ "$owner" != "$deployment" ]; then
    fail $NOT_READY "this machine belongs to the deployment $owner"
  fi
  claim
  if [ "$kind" = nixos ] && [ -z "$owner" ]; then keep "$base/owner" "$deployment"; fi
  # Of a run that never came to activate.
  if [ ! -d "$dir/pending" ]; then
    forget_delivery
    rm -rf "$dir/gone-back"
  fi
  ln -sfn "$system" "/nix/var/nix/gcroots/fediversity-$deployment"
  state
}

# Takes files: `path mode edition` lines with tabs, each followed by its content in base64 and an empty line, and a dot at the
# end of all. One that is here already comes without content, and `-` for its mode. Those that are not named go when the
# activation is confirmed.
deliver() {
  lock
  claim
  # An activation that is pending is an earlier run's.
  systemctl stop "$activating$deployment.service" 2>/dev/null || :
  if [ -d "$dir/pending" ]; then leave_pending; fi
  disarm
  forget_delivery
  rm -rf "$dir/coming"
  mkdir "$dir/coming" "$dir/coming/delivered"
  : >"$dir/coming/editions"
  tab=$(printf '\t')
  ended=''
  while IFS="$tab" read -r path mode edition; do
    case $path in
      .)
        ended=yes
        break
        ;;
      *//* | */../* | */./* | */.. | */.) fail $NOT_READY "a secret can't lie in $path" ;;
      /var/lib/* | /run/* | /srv/*) ;;
      *) fail $NOT_READY "a secret can't lie in $path" ;;
    esac
    printf '%s\t%s\n' "$path" "$edition" >>"$dir/coming/editions"
    case $mode in
      -) continue ;;
      0400 | 0444) ;;
      *) fail $NOT_READY "a secret can't have the mode $mode" ;;
    esac
    mkdir -p "$dir/coming/delivered${path%/*}"
    while IFS= read -r encoded && [ -n "$encoded" ]; do printf '%s\n' "$encoded"; done |
      base64 -d >"$dir/coming/delivered$path"
    chmod "$mode" "$dir/coming/delivered$path"
  done
  [ -n "$ended" ] || fail $CUT_OFF 'what was handed over was cut off'
  mv "$dir/coming/delivered" "$dir/delivered"
  mv "$dir/coming/editions" "$dir/editions.next"
  rmdir "$dir/coming"
  # Nothing is new after all.
  if cmp -s "$dir/editions" "$dir/editions.next" && [ -z "$(ls -A "$dir/delivered")" ]; then forget_delivery; fi
}

# Begins to activate, and waits for the end of it. It goes on when the connection ends.
activate() {
  lock
  claim
  if is_running "$activating$deployment.service" && [ "$(text "$dir/pending/system")" = "$system" ]; then
    exec 9>&-
    await
    return
  fi
  # A newer run has its way.
  systemctl stop "$activating$deployment.service" 2>/dev/null || :
  if [ ! -d "$dir/pending" ] && [ ! -e "$dir/editions.next" ] &&
    [ "$(text "$dir/system")" = "$system" ] && [ "$(current)" = "$system" ]; then
    keep "$dir/closure" "$closure"
    rm -f "/nix/var/nix/gcroots/fediversity-$deployment"
    echo 'active already'
    return
  fi
  old=$(current)
  if [ -d "$dir/pending" ]; then
    if [ "$(text "$dir/pending/system")" = "$system" ] && [ "$(text "$dir/pending/status")" = 0 ] &&
      [ "$old" = "$system" ]; then
      exec 9>&-
      outcome
      return
    fi
    earlier=$(text "$dir/pending/old")
    # The same once more, cut off before: what was handed over for it is still what comes.
    again=''
    if [ "$(text "$dir/pending/system")" = "$system" ] && [ -e "$dir/editions.next" ]; then
      again=yes
      mv "$dir/delivered" "$dir/kept-delivered"
      mv "$dir/editions.next" "$dir/kept-editions"
    fi
    leave_pending
    disarm
    if [ -n "$again" ]; then
      mv "$dir/kept-delivered" "$dir/delivered"
      mv "$dir/kept-editions" "$dir/editions.next"
    fi
    if [ -d "$dir/given-up" ]; then old=$earlier; else old=$(current); fi
  fi
  rm -rf "$dir/pending.new" "$dir/gone-back" "$dir/given-up"
  mkdir "$dir/pending.new"
  for name in closure system kind link profile limit grace old; do
    eval "printf '%s' \"\$$name\"" >"$dir/pending.new/$name"
  done
  save_secrets "$dir/pending.new"
  : >"$dir/log"
  sync -f "$dir/pending.new"
  mv "$dir/pending.new" "$dir/pending"
  arm "$limit"
  exec 9>&-
  systemd-run --quiet --collect --wait --service-type=exec --unit="$activating$deployment" \
    --property="StandardOutput=append:$dir/log" --property="StandardError=append:$dir/log" \
    /bin/sh "$script" carried-out "$deployment" >&2 || :
  outcome
}

# In a unit of its own.
carried_out() {
  system=$(text "$dir/pending/system")
  grace=$(text "$dir/pending/grace")
  # What it will do, in the system's own words.
  "$system/bin/switch-to-configuration" dry-activate || :
  failed_units >"$dir/pending/failed"
  put "$dir/delivered"
  tries=0
  while :; do
    status=0
    "$system/bin/switch-to-configuration" test 9>&- || status=$?
    # Another switch holds the lock.
    if [ "$status" != 11 ] || [ "$tries" = 5 ]; then break; fi
    tries=$((tries + 1))
    sleep 1
  done
  if [ "$status" = 4 ]; then
    # A unit that starts again by itself may count as failed at this very moment.
    sleep 3
    failed_units >"$dir/pending/failed.now"
    broken=$(comm -13 "$dir/pending/failed" "$dir/pending/failed.now")
    if [ -z "$broken" ]; then status=0; else echo "failed: $(echo "$broken" | tr '\n' ' ')"; fi
  fi
  if [ "$status" = 0 ]; then
    # shellcheck disable=SC2046
    restart $(readers)
    arm "$grace"
    keep "$dir/pending/status" 0
    return
  fi
  case $status in
    11) echo 'another switch of the system does not come to an end' ;;
    100) echo 'the machine has to be rebooted before it can take this system' ;;
  esac
  keep "$dir/pending/status" "$status"
  lock_patiently
  go_back
  disarm
}

# The timer's: whoever activated has not confirmed in time.
returned() {
  lock_patiently
  if [ ! -d "$dir/pending" ] || [ "$(text "$dir/pending/system")" != "$system" ] || [ -e "$dir/pending/confirmed" ]; then
    return
  fi
  systemctl stop "$activating$deployment.service" 2>/dev/null || :
  go_back
}

# After the connection was lost: how it ended.
await() {
  await_unit "$activating$deployment.service" "$limit" || fail $BUSY 'the activation does not come to an end'
  outcome
}

outcome() {
  # Whoever goes back holds it until that is done.
  lock
  if [ -d "$dir/gone-back" ] && [ "$(text "$dir/gone-back/system")" = "$system" ]; then
    cat "$dir/log"
    status=$(text "$dir/gone-back/status")
    case $status in
      0) fail $GONE_BACK 'nobody could confirm it in time, so the machine has gone back by itself' ;;
      '') fail $REFUSED 'switching did not come to an end in time; the machine is back on what it had' ;;
    esac
    fail $REFUSED "switching ended with exit status $status; the machine is back on what it had"
  fi
  if [ ! -d "$dir/pending" ] || [ "$(text "$dir/pending/system")" != "$system" ]; then
    fail $NOT_BEGUN 'nothing was begun'
  fi
  cat "$dir/log"
  case $(text "$dir/pending/status") in
    0) ;;
    '') fail $REFUSED 'the activation was cut off' ;;
    *) fail $REFUSED 'switching failed, and so did going back' ;;
  esac
}

# Only a new connection comes here: the machine can be reached, so it may stay as it is.
confirm() {
  lock
  claim
  if [ ! -d "$dir/pending" ]; then
    if [ "$(text "$dir/system")" = "$system" ] && [ "$(current)" = "$system" ]; then
      keep "$dir/closure" "$closure"
      return
    fi
    outcome
  fi
  if [ "$(text "$dir/pending/system")" != "$system" ] || [ "$(text "$dir/pending/status")" != 0 ] ||
    [ "$(current)" != "$system" ]; then
    fail $REFUSED 'what is active is not what was to be confirmed'
  fi
  keep "$dir/pending/closure" "$closure"
  : >"$dir/pending/confirmed"
  disarm
  if ! finish; then
    rm -f "$dir/pending/confirmed"
    go_back
    nix-env -p "$profile" --set "$(current)" || :
    fail $REFUSED 'the machine could not be told to start with it; it is back on what it had'
  fi
}

# What was begun on this machine is not wanted any more: another machine of the deployment failed.
back() {
  lock
  claim
  systemctl stop "$activating$deployment.service" 2>/dev/null || :
  go_back
  disarm
}

# Takes everything of a deployment away, but for the number of the run that did.
off() {
  mkdir -p "$base/deployments"
  lock
  claim
  systemctl stop "$activating$deployment.service" 2>/dev/null || :
  if [ -d "$dir/pending" ]; then leave_pending; fi
  disarm
  active=$(text "$dir/system")
  origin=$(text "$dir/origin")
  if [ "$kind" = linux ] && [ -n "$active" ]; then
    # Also where its link is gone: whoever took that away may not have come to tell nginx.
    "$active/bin/switch-to-configuration" off 9>&-
  elif [ -n "$active" ] && [ "$(current)" = "$active" ]; then
    [ -e "$origin/bin/switch-to-configuration" ] ||
      fail $REFUSED "there is no earlier system to go back to${origin:+; $origin was deleted}"
    status=0
    nix-env -p "$profile" --set "$origin"
    "$origin/bin/switch-to-configuration" switch 9>&- || status=$?
    case $status in 0 | 4 | 100) ;; *) fail $REFUSED "going back to $origin ended with exit status $status" ;; esac
  fi
  paths "$dir/editions" | while IFS= read -r path; do rm -f "$path"; done
  if [ "$kind" != nixos ]; then rm -f -- "$profile" "$profile"-*-link; fi
  rm -f "/nix/var/nix/gcroots/fediversity-$deployment" "/nix/var/nix/gcroots/fediversity-$deployment-origin"
  if [ "$(text "$base/owner")" = "$deployment" ]; then rm -f "$base/owner"; fi
  find "$dir" -mindepth 1 -maxdepth 1 ! -name fence -exec rm -rf {} +
}

verb=${1:-}
case $verb in
  carried-out | returned | went-back)
    deployment=$2
    system=${3:-}
    dir=$base/deployments/$deployment
    ;;
  *) read_values ;;
esac
case $verb in
  returned) returned ;;
  carried-out) carried_out ;;
  went-back) go_back ;;
  look | state | prepare | deliver | activate | await | confirm | back | off | unit)
    "$verb"
    echo "done=$verb"
    ;;
  *) fail 64 'unknown verb' ;;
esac
