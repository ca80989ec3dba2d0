/**
  A type of options. `merged` gives `{ value, set }` (see modules/merge.nix), `merge` the value alone.
*/
let
  inherit (builtins)
    all
    concatLists
    concatStringsSep
    foldl'
    head
    isAttrs
    isBool
    isList
    isString
    tail
    ;
  inherit (import ../modules/merge.nix) both mergeEqualOption;

  # What a type without a merge of its own does, by what all definitions are.
  mergeDefaultOption =
    path: definitions:
    let
      values = map (definition: definition.value) definitions;
    in
    if tail values == [ ] then
      head values
    else if all isList values then
      concatLists values
    else if all isAttrs values then
      foldl' (one: other: one // other) { } values
    else if all isBool values then
      foldl' (one: other: one || other) false values
    else if all isString values then
      concatStringsSep "" values
    else
      mergeEqualOption path definitions;

  complete =
    type:
    {
      _type = "option-type";
      description = type.name;
      check = _: true;
      emptyValue = { };
      nestedTypes = { };
    }
    // type;
in
{
  # A type with one value for what is set and the whole.
  mkOptionType =
    type:
    let
      merge = type.merge or mergeDefaultOption;
    in
    complete (
      type
      // {
        inherit merge;
        merged = path: definitions: both (merge path definitions);
      }
    );

  # A type of types, which keeps the two apart.
  composed =
    type: complete (type // { merge = path: definitions: (type.merged path definitions).value; });
}
