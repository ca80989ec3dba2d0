#!/bin/sh
# Becomes the systemd of a peer, as the first process of new namespaces: boot.sh MOUNT NIX
set -eu
mount=$1 nix=$2
disk=$mount/root

# What /proc shows is still the machine's, and so is this process id.
read -r id _ </proc/self/stat

mount -t proc proc "$disk/proc"
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs "$disk/sys"
mount -t cgroup2 cgroup2 "$disk/sys/fs/cgroup"
mount -t tmpfs -o mode=755,size=64k dev "$disk/dev"
for node in null zero full random urandom tty; do
  : >"$disk/dev/$node"
  mount --bind "/dev/$node" "$disk/dev/$node"
done
ln -s null "$disk/dev/console"
ln -s /proc/self/fd "$disk/dev/fd"
ln -s pts/ptmx "$disk/dev/ptmx"
mkdir "$disk/dev/pts" "$disk/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts "$disk/dev/pts"

mount --bind "$nix" "$disk$nix"
mount -o remount,bind,ro "$disk$nix"
# The kernel's settings are the machine's.
mount --bind "$disk/proc/sys" "$disk/proc/sys"
mount -o remount,bind,ro "$disk/proc/sys"
[ ! -e "$disk/proc/sysrq-trigger" ] || mount --bind /dev/null "$disk/proc/sysrq-trigger"

echo "$id" >"$mount/init"
cd "$disk"
pivot_root . mnt
umount -l /mnt
exec env -i container=peer PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  setpriv --bounding-set=-sys_time,-sys_module,-sys_rawio,-mac_admin,-mac_override,-syslog \
  chroot . /lib/systemd/systemd
