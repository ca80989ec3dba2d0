/**
  A store path of a given size, the same everywhere, that hardly compresses: a compressed MiB, repeated.
*/
{ system }:
{ index, sizeMiB }:
derivation {
  name = "ballast-${toString index}";
  inherit system;
  builder = "/bin/sh";
  PATH = "/usr/bin:/bin";
  preferLocalBuild = true;
  allowSubstitutes = false;
  args = [
    "-eu"
    "-c"
    ''
      first=$(($1 * 1000000))
      # Without the head, which holds a time.
      seq "$first" "$((first + 499999))" | gzip -1 | tail -c +11 | head -c 1048576 >block
      while [ "$2" -gt 0 ]; do
        cat block
        set -- "$1" "$(($2 - 1))"
      done >"$out"
    ''
    "ballast"
    (toString index)
    (toString sizeMiB)
  ];
}
