/**
  What the module asks for and says of running it, with generated options: requests pass their checks, results can be
  used, and what has to be kept is kept. A finding that many options have is told once.
*/
{
  contract,
  count,
  from,
  name,
  source,
  ...
}@given:
let
  inherit (builtins)
    concatMap
    elem
    foldl'
    genList
    ;
  evaluate = import ./evaluated.nix given;
  module = contract.read source;
  valid = import ../valid.nix name {
    inherit (module.options) form;
    inherit (module) refusals;
  };

  inNumber =
    number:
    let
      answer = evaluate number (valid number);
      inherit (answer) configuration requirements;
      unmet = map (unmet: {
        path = [
          unmet.application
          unmet.requirement
        ];
        code = "unmet";
        got = unmet.type;
      }) requirements.unmet;
    in
    map (found: found // { inherit number; }) (
      if requirements.findings != [ ] then requirements.findings else unmet ++ configuration.findings
    );
  told = foldl' (
    kept: found:
    if elem { inherit (found) path code; } (map (other: { inherit (other) path code; }) kept) then
      kept
    else
      kept ++ [ found ]
  ) [ ];
in
{
  findings = told (concatMap inNumber (genList (i: from + i) count));
}
