/**
  What a module sets, but only when a condition holds. `mkIf` alone looks at what stands inside, down to options, whether
  the condition holds or not; an application that isn't chosen has no results to look at. So nothing below the second level
  is looked at: above, names never depend on values.
*/
{ lib }:
condition:
let
  inherit (builtins) elem isAttrs mapAttrs;
  nothing = lib.mkMerge [ ];
  chosen = value: if condition then value else nothing;
  options = [
    "assertions"
    "warnings"
  ];
  section =
    name: value:
    if elem name options || !(isAttrs value) || value ? _type then
      chosen value
    else
      mapAttrs (_: chosen) value;
  whole =
    content:
    if content._type or null == "merge" then
      lib.mkMerge (map whole content.contents)
    else
      mapAttrs section content;
in
whole
