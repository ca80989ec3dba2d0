/**
  A list of `min` to `max` values of the type `of`. Equal scalars are findings; equal groups and
  lists are not.
*/
{
  of,
  min ? 0,
  max,
}:
let
  inherit (builtins)
    concatLists
    elemAt
    genList
    isBool
    isInt
    isList
    isString
    length
    listToAttrs
    toJSON
    ;
  inherit (import ../finding.nix) finding;

  inherit (of.form) kind;
  holdsScalars = kind != "list" && kind != "group" && kind != "optional" && kind != "secret";
  isScalar = value: isString value || isInt value || isBool value;

  # `listToAttrs` keeps the first of equal names, so a later equal value finds an earlier index.
  duplicates =
    path: values:
    let
      at = elemAt values;
      indices = builtins.filter (i: isScalar (at i)) (genList (i: i) (length values));
      firsts = listToAttrs (
        map (i: {
          name = toJSON (at i);
          value = i;
        }) indices
      );
      repeated = builtins.filter (i: firsts.${toJSON (at i)} != i) indices;
    in
    builtins.concatMap (i: finding (path ++ [ i ]) "duplicate" (at i)) repeated;
in
{
  form = {
    kind = "list";
    of = of.form;
    inherit min max;
  };
  check =
    path: value:
    if !isList value then
      finding path "not-a-list" value
    else if length value < min then
      finding path "too-few" value
    else if length value > max then
      finding path "too-many" value
    else
      concatLists (genList (i: of.check (path ++ [ i ]) (elemAt value i)) (length value))
      ++ (if holdsScalars then duplicates path value else [ ]);
  complete = map of.complete;
  inner = _: [ ];
  inherit (of) faults;
  # Definitions of several modules are joined, so that only the whole can be too short.
  nixpkgs = lib: lib.types.addCheck (lib.types.listOf (of.nixpkgs lib)) (value: length value <= max);
  fromNixpkgs = map of.fromNixpkgs;
  secretsIn =
    path: value:
    concatLists (genList (i: of.secretsIn (path ++ [ i ]) (elemAt value i)) (length value));
}
