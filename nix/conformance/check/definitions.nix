/**
  What a NixOS module sets, without evaluating NixOS: `lib -> definitions`, through `mkIf`, `mkMerge` and priorities.
    names   path -> depth -> value -> [ finding ]: names that can't be told without values
    leaves  value -> [ { path, value } ]: what is set where its conditions hold, as far as both can be told
*/
let
  inherit (builtins)
    attrNames
    concatLists
    concatMap
    elem
    elemAt
    filter
    genList
    isAttrs
    isList
    length
    tryEval
    ;
  inherit (import ../../contract/finding.nix) finding;

  isProperty = value: isAttrs value && value ? _type;
  isPackage = value: value ? outPath || (value.type or null) == "derivation";

  # At the top, these are options and not sets of them.
  options = [
    "assertions"
    "warnings"
  ];

  # The sets that a property holds, or the value itself.
  contents =
    value:
    if !isProperty value then
      [ value ]
    else if value._type == "merge" then
      concatMap contents value.contents
    else if value ? content then
      contents value.content
    else
      [ ];

  names =
    path: depth: value:
    let
      sets = tryEval (
        let
          found = filter isAttrs (contents value);
        in
        builtins.deepSeq (map attrNames found) found
      );
    in
    if depth == 0 then
      [ ]
    else if !sets.success then
      finding path "depends-on-values" null
    else
      concatMap (
        set:
        concatMap (name: names (path ++ [ name ]) (depth - 1) set.${name}) (
          filter (name: !(elem name options)) (attrNames set)
        )
      ) sets.value;

  # A condition that can't be told is taken as one that doesn't hold: what is below may rely on it.
  holds =
    value:
    let
      condition = tryEval value.condition;
    in
    condition.success && condition.value;

  leaves =
    path: value:
    let
      found = tryEval value;
    in
    if !found.success then
      [ ]
    else if isList found.value then
      concatLists (genList (i: leaves (path ++ [ i ]) (elemAt found.value i)) (length found.value))
    else if !isAttrs found.value then
      [
        {
          inherit path;
          inherit (found) value;
        }
      ]
    else if isProperty found.value then
      inProperty path found.value
    else if isPackage found.value then
      [ ]
    else
      concatMap (name: leaves (path ++ [ name ]) found.value.${name}) (attrNames found.value);
  inProperty =
    path: value:
    if value._type == "merge" then
      concatMap (leaves path) value.contents
    else if value._type == "if" then
      if holds value then leaves path value.content else [ ]
    else if value ? content then
      leaves path value.content
    else
      [ ];
in
{
  inherit names leaves;

  /**
    A NixOS module, which may be a function, with these arguments.
  */
  called =
    arguments: module:
    if builtins.isFunction module then
      let
        asked = builtins.functionArgs module;
      in
      module (
        if asked == { } then
          arguments
        else
          builtins.intersectAttrs (
            asked
            // {
              config = true;
              lib = true;
              pkgs = true;
            }
          ) arguments
      )
    else
      module;
}
