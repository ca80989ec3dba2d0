#!/bin/sh
# Keeps a peer's disk and network for as long as standard input stays open, and boots it whenever it is down.
#
#   keep.sh CACHE CONFIGURATION DISK_MIB BOOT...
#
# The first process of a PID namespace: whatever runs in the peer ends with it. What it mounts nobody else sees. It says
# its process id when the disk is there; a line of standard input tells it to boot, with the command BOOT MOUNT NIX.
set -eu
cache=$1 configuration=$2 disk_mib=$3
shift 3
mount=$cache/peer/mount
disk=$mount/root

mount -t tmpfs -o mode=700 peer "$mount"
mkdir "$mount/space" "$disk"
mount -t tmpfs -o "size=${disk_mib}m,mode=755" disk "$mount/space"
mkdir "$mount/space/upper" "$mount/space/work"
# Named from here: a character of the path may mean something to overlayfs.
cd "$cache/peer"
mount -t overlay -o lowerdir=debian,upperdir=mount/space/upper,workdir=mount/space/work disk "$disk"

umask 022
cp -R "$configuration/." "$disk/"
echo peer >"$disk/etc/hostname"
tr -d - </proc/sys/kernel/random/uuid >"$disk/etc/machine-id"
ssh-keygen -q -t ed25519 -N '' -C '' -f "$disk/etc/ssh/ssh_host_ed25519_key"
mkdir -p "$disk/nix" "$disk/srv/www" "$disk/usr/local/bin" "$disk$cache/nix"
for program in nix nix-build nix-collect-garbage nix-copy-closure nix-daemon nix-env nix-instantiate nix-store; do
  ln -s "$cache/nix/system/usr/bin/$program" "$disk/usr/local/bin/$program"
done

read -r id _ </proc/self/stat
echo "$id"
read -r _
ip link set lo up
trap exit TERM
exec 3<&0 </dev/null
{
  cat <&3 >/dev/null
  kill -TERM 1
} &
while :; do
  ip link set eth0 up
  unshare --fork --kill-child --pid --mount --uts --ipc --cgroup --propagation private "$@" "$mount" "$cache/nix" &
  wait $! || true
  # It names the first process of a peer that was up; without it, booting failed.
  rm "$mount/init"
done
