/**
  Findings as lines: path, code and what came.
*/
map (
  {
    path,
    code,
    got,
    ...
  }:
  "${builtins.concatStringsSep "." (map toString path)}: ${code}${
    if got == null then "" else " ${toString got}"
  }"
)
