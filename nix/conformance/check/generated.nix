/**
  The options of the number `from`, as the part "requirements" has them, to look at.
*/
{
  contract,
  from,
  name,
  source,
  ...
}:
let
  module = contract.read source;
in
{
  findings = [ ];
  options = import ../valid.nix name {
    inherit (module.options) form;
    inherit (module) refusals;
  } from;
}
