/**
  One evaluation, as a plan makes it: requirements, and the configuration value with what is said of running it. Nothing
  is found here; whoever asks measures.
*/
{
  contract,
  from,
  name,
  source,
  ...
}@given:
let
  evaluate = import ./evaluated.nix given;
  module = contract.read source;
  valid = import ../valid.nix name {
    inherit (module.options) form;
    inherit (module) refusals;
  };
  # On hosts of their own, where the largest has room.
  answer = evaluate (4 * from + 2) (valid from);
in
{
  findings = [ ];
  inherit (answer) requirements;
  inherit (answer.configuration) operations results;
}
