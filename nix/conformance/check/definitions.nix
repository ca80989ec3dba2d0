/**
  What a NixOS module sets, without evaluating NixOS: `lib -> definitions`, through `mkIf`, `mkMerge` and priorities.
    names   path -> depth -> value -> [ finding ]: names that can't be told without values
    leaves  value -> [ { path, at, value } ]: what is set where its conditions hold, as far as both can be told; a package
            is one value. Where something was thrown there is `thrown` in the place of the value
  Both know from the module's `directory` where it stands there (see origin.nix).
*/
directory:
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
  inherit (import ./origin.nix directory) at within;

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

  # A set in the file where its attribute is, and what follows from it.
  leaves = path: leavesAt path null;
  leavesAt =
    path: place: value:
    let
      # Of a package, its path is what counts.
      whole =
        if isAttrs value && isPackage value then builtins.seq (value.outPath or null) value else value;
      found = tryEval (within path place whole);
    in
    if !found.success then
      [ (thrown path place) ]
    else if isList found.value then
      concatLists (
        genList (i: leavesAt (path ++ [ i ]) place (elemAt found.value i)) (length found.value)
      )
    else if !isAttrs found.value || isPackage found.value then
      [
        {
          inherit path;
          inherit (found) value;
          at = place;
        }
      ]
    else if isProperty found.value then
      inProperty path place found.value
    else
      concatMap (name: leavesAt (path ++ [ name ]) (at name found.value) found.value.${name}) (
        attrNames found.value
      );
  thrown = path: place: {
    inherit path;
    at = place;
    thrown = true;
  };
  # A condition that can't be told is taken as one that doesn't hold: what is below may rely on it.
  inProperty =
    path: place: value:
    if value._type == "merge" then
      concatMap (leavesAt path place) value.contents
    else if value._type == "if" then
      let
        condition = tryEval (within path place value.condition);
      in
      if !condition.success then
        [ (thrown path place) ]
      else if condition.value then
        leavesAt path place value.content
      else
        [ ]
    else if value ? content then
      leavesAt path place value.content
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
