/**
  What a deployment would be, without building or writing anything:
  `{ findings, unmet, versions, requirements, results, hosts, closure }`. The closure is a store path; it is null where it takes an
  evaluation of nixpkgs to tell, which is seconds and not milliseconds.
*/
{
  asked,
  checked,
  placed,
  realised,
  requirements,
}:
let
  # What there is to say of running it is not looked at: it is no part of an outlook.
  findings = if asked.unmet != [ ] then asked.findings else placed.resultFindings;
  isWhole = asked.unmet == [ ] && findings == [ ];
in
{
  inherit findings;
  inherit (requirements) requirements unmet;
  # Of the modules at hand.
  versions =
    if asked.findings == [ ] then
      builtins.mapAttrs (name: _: (checked.moduleOf name).described.version) checked.options
    else
      { };
  results = if isWhole then placed.results else { };
  hosts = if isWhole then asked.spread.hosts else { };
  closure =
    if isWhole && !(checked.environment.needsNixpkgs or false) then realised.closure.outPath else null;
}
