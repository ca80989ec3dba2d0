/**
  A type of options: a name, a description, what it accepts and how definitions merge.
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
  inherit (import ../modules/merge.nix) mergeEqualOption;

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
  mkOptionType = type: complete ({ merge = mergeDefaultOption; } // type);

  # A type of types: `merged` keeps what was set apart.
  composed =
    { merged, ... }@type:
    complete (
      removeAttrs type [ "merged" ]
      // {
        merge = {
          both = merged;
          __functor =
            self: path: definitions:
            (self.both path definitions).value;
        };
      }
    );
}
