#!/usr/bin/env bash
# Debian's packages, asked for by what they bring: it may have come from elsewhere.
. "$(dirname "$0")/prelude.sh"
purpose=${1:-run}
missing=()

has cargo || die "Rust is missing: install it with rustup, then try again"

# The shell in Nix's sandbox has to be one that needs no library: a dynamic program names its loader in its head.
is_static() { [ -x "$1" ] && ! head -c 4096 "$1" | grep -aq 'ld-linux'; }

newest_postgresql() { find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1; }

is_static /usr/bin/busybox || is_static /bin/busybox || missing+=(busybox-static)
has cc || missing+=(gcc)
[ -e /usr/include/stdio.h ] || missing+=(libc6-dev)
has pkg-config || missing+=(pkg-config)
[ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
# For environments whose machines are reached over SSH.
has ssh || missing+=(openssh-client)
has node || missing+=(nodejs)
has npm || missing+=(npm)
[ "$EUID" != 0 ] || has setfacl || missing+=(acl)
if [ "$purpose" = test ]; then
  has chromium || missing+=(chromium)
  has initdb || [ -n "$(newest_postgresql)" ] || missing+=(postgresql)
  python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
  [ -d /usr/share/fonts/truetype/dejavu ] || missing+=(fonts-dejavu-core)
  # What the hosts of tests are made and reached with.
  has mmdebstrap || missing+=(mmdebstrap)
  has ip || missing+=(iproute2)
fi
[ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"

node=$(node --version)
[ "$(printf '%s\n' v18 "$node" | sort -V | head -n 1)" = v18 ] ||
  die "Node.js 18 or newer is needed, and the PATH has $node"

if is_static /usr/bin/busybox; then link busybox /usr/bin/busybox; else link busybox /bin/busybox; fi
if [ "$purpose" = test ] && ! has initdb; then
  initdb=$(newest_postgresql)
  for program in initdb postgres pg_ctl; do link "$program" "${initdb%/*}/$program"; done
fi
