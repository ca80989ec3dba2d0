/**
  Whether the names and types of requirements, and what stands at the two top levels of the NixOS module, are the same
  whatever was chosen: both are called with values that must not be looked at. Types have to be known ones.
*/
{
  contract,
  directory,
  said,
  system,
  ...
}:
let
  inherit (builtins)
    attrNames
    concatMap
    deepSeq
    isAttrs
    length
    mapAttrs
    tryEval
    ;
  inherit (import ../../contract/finding.nix) finding;
  definitions = import ./definitions.nix directory;
  resources = import ../../resources contract;
  unseen = throw "this value is not known yet";

  named = tryEval (
    let
      asked = mapAttrs (_: requirement: attrNames requirement) (said.requirements unseen);
    in
    deepSeq asked asked
  );
  inRequirement =
    name: types:
    let
      path = [
        "requirements"
        name
      ];
      isKnown = type: resources ? ${type};
    in
    if length types != 1 then
      finding path "not-one-type" (toString (length types))
    else
      concatMap (type: if isKnown type then [ ] else finding path "unknown-type" type) types;
  ofRequirements =
    if !named.success then
      finding [ "requirements" ] "depends-on-values" null
    else
      concatMap (name: inRequirement name named.value.${name}) (attrNames named.value);

  module = tryEval (
    let
      called =
        definitions.called
          (
            (import ./arguments.nix { inherit directory system; }).of
            // {
              config = unseen;
              options = unseen;
            }
          )
          (
            said.nixos {
              options = unseen;
              resources = unseen;
            }
          );
    in
    called
  );
  imported =
    set:
    concatMap (name: if set ? ${name} then finding [ "nixos" name ] "not-allowed" null else [ ]) [
      "imports"
      "options"
    ];
  ofNixos =
    if !(said ? nixos) then
      [ ]
    else if !module.success then
      finding [ "nixos" ] "depends-on-values" null
    else if !isAttrs module.value then
      finding [ "nixos" ] "not-a-set" module.value
    else
      imported module.value ++ definitions.names [ "nixos" ] 2 (module.value.config or module.value);
in
{
  findings = ofRequirements ++ ofNixos;
}
