/**
  What the contract says of options, changes and presets, with the place of each option in the module's files.
*/
{
  contract,
  directory,
  said,
  source,
  ...
}:
let
  inherit (builtins)
    concatMap
    elemAt
    filter
    head
    length
    ;
  inherit (import ./origin.nix directory) at;
  told = import ./told.nix;
  declared = concatMap (section: section.options) said.sections;
  among = map (option: option.name) declared;

  explained =
    found:
    let
      part = head found.path;
      options = filter (option: length found.path > 1 && option.name == elemAt found.path 1) declared;
      option = head options;
      # The attribute that is wrong, or else where the option begins.
      attribute =
        if length found.path > 2 && option ? ${toString (elemAt found.path 2)} then
          elemAt found.path 2
        else
          "name";
    in
    if part == "options" && options != [ ] then
      told { at = at attribute option; } [ found ]
    else if part == "sizes" && found.code == "unknown" then
      told { inherit among; } [ found ]
    else
      [ found ];
in
{
  findings = concatMap explained (contract.read source).faults;
}
