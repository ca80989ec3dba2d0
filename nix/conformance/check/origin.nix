/**
  Where something stands in the files of a module, for whoever wrote it: `directory ->`
    at      name -> set -> `options/about.nix:12`, where the attribute of that name is; null where Nix doesn't know
    along   path -> set -> the same, where the last attribute of the path is that Nix knows of
    within  what -> place -> value -> the value; an evaluation that fails in it tells both, the place unless it is null

  What `within` tells begins with words by which `fediversity module check` knows it from Nix's own.
*/
directory:
let
  inherit (builtins)
    addErrorContext
    concatStringsSep
    head
    isAttrs
    isString
    stringLength
    substring
    tail
    unsafeGetAttrPos
    ;
  begin = "${toString directory}/";
  isBelow = file: substring 0 (stringLength begin) file == begin;
  below = file: substring (stringLength begin) (-1) file;
  at =
    name: set:
    let
      found = unsafeGetAttrPos name set;
    in
    if found == null || !isBelow found.file then null else "${below found.file}:${toString found.line}";

  along =
    path: value:
    if path == [ ] || !isAttrs value || !isString (head path) || !(value ? ${head path}) then
      null
    else
      let
        further = along (tail path) value.${head path};
      in
      if further == null then at (head path) value else further;
in
{
  inherit along at;

  within =
    path: place:
    addErrorContext "in the module: ${concatStringsSep "." (map toString path)}${
      if place == null then "" else ", ${place}"
    }";
}
