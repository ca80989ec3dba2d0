/**
  What is wrong with the options that a size presets. A preset gives whole options the values that
  so many people need, and leaves the others as they are. It sets no secret, and nothing that can't
  be changed when the community grows.
*/
options: path: sizes:
let
  inherit (builtins) attrNames concatMap listToAttrs;
  inherit (import ./finding.nix) finding;

  named = listToAttrs (
    map (option: {
      inherit (option) name;
      value = option;
    }) options
  );
  inOption =
    size: name:
    let
      at = path ++ [
        size.people
        name
      ];
      value = size.options.${name};
      option = named.${name};
    in
    if !(named ? ${name}) then
      finding at "unknown" value
    else if option.immutable or false then
      finding at "immutable" value
    else
      option.type.check at value;
in
concatMap (size: concatMap (inOption size) (attrNames (size.options or { }))) sizes
