/**
  Says whether an application module keeps the contract, for whoever writes one: `fediversity module check` asks for one
  part after the other, each in an evaluation of its own, so that one which has no end can be named. `module` is the
  path of its directory, `name` what that is called. A part has `{ findings }`; what they mean stands in conformance/check/.
*/
{
  module ? null,
  name ? "",
  from ? 0,
  count ? 20,
  system ? "x86_64-linux",
}:
let
  inherit (builtins) fromJSON isString;
  asNumber = value: if isString value then fromJSON value else value;
  contract = import ./contract;
  inherit (contract) types;

  # Concatenated, so that whatever is in the path stays a path.
  source = import (/. + module);
  given = {
    inherit
      contract
      name
      source
      system
      types
      ;
    directory = /. + module;
    from = asNumber from;
    count = asNumber count;
    said = source { inherit types; };
  };
in
builtins.mapAttrs (_: part: part given) (import ./conformance/check)
