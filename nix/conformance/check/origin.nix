/**
  Where something stands in the files of a module, for whoever wrote it: `directory ->`
    at      name -> set -> `options/about.nix:12`, where the attribute of that name is; null where Nix doesn't know
    within  what -> place -> value -> the value; an evaluation that fails in it tells both, the place unless it is null

  What `within` tells begins with words by which `fediversity module check` knows it from Nix's own.
*/
directory:
let
  inherit (builtins)
    addErrorContext
    concatStringsSep
    stringLength
    substring
    unsafeGetAttrPos
    ;
  begin = "${toString directory}/";
  isBelow = file: substring 0 (stringLength begin) file == begin;
  below = file: substring (stringLength begin) (-1) file;
in
{
  at =
    name: set:
    let
      found = unsafeGetAttrPos name set;
    in
    if found == null || !isBelow found.file then null else "${below found.file}:${toString found.line}";

  within =
    path: place:
    addErrorContext "in the module: ${concatStringsSep "." (map toString path)}${
      if place == null then "" else ", ${place}"
    }";
}
