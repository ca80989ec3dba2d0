/**
  What differs between two values, path by path: `before -> after -> { <path> = value after, or "(gone)"; }`. Sets are looked into,
  all else is compared as a whole.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    isAttrs
    listToAttrs
    ;
  leaves =
    path: value:
    if isAttrs value && value != { } && !(value ? outPath) then
      concatMap (name: leaves (path ++ [ name ]) value.${name}) (attrNames value)
    else
      [
        {
          name = builtins.concatStringsSep " " path;
          inherit value;
        }
      ];
  flat = value: listToAttrs (leaves [ ] value);
in
before: after:
let
  old = flat before;
  new = flat after;
  changed = filter (name: !(old ? ${name}) || old.${name} != new.${name}) (attrNames new);
  gone = filter (name: !(new ? ${name})) (attrNames old);
in
listToAttrs (
  map (name: {
    inherit name;
    value = new.${name};
  }) changed
  ++ map (name: {
    inherit name;
    value = "(gone)";
  }) gone
)
