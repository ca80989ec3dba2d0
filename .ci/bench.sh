#!/usr/bin/env bash
# Measures the release build, as the user that `make run` serves as; prints a table and writes target/bench/report.json.
# Arguments name some of the measurements (docs/measurements.md); then there is only the table.
. "$(dirname "$0")/setup/prelude.sh"
cd "$root"
# A run that fails leaves no report of an earlier one. The directory is made by whoever launches.
rm -rf target/bench
launch="target.\"cfg(unix)\".runner=[\"$root/.ci/setup/launch.sh\", \"$root/target/bench\"]"
# Nix makes directories of a store read-only, so those who don't run as root can't simply throw them away.
scratch=$(mktemp -d -t fediversity-bench.XXXXXX)
chmod 1777 "$scratch"
sweep() {
  [ "$EUID" = 0 ] || chmod -R u+w "$scratch"
  rm -rf "$scratch"
}
trap sweep EXIT

say "Build the release (minutes the first time)"
cargo bench --quiet --no-run -p server
TMPDIR=$scratch cargo --config "$launch" bench --quiet -p server -- "$@" </dev/null
# Launched for another user, it is that one's alone.
chmod go+rx target/bench
