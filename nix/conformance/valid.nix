/**
  Options that pass: `name -> { form, refusals } -> number -> options`, with the form of a module's options and what the
  module refuses itself. The same name, that of an application in its deployment, and
  number give the same options everywhere; another name gives other names of hosts, so that both can stand side by side.

  An attempt at which options turn out not to go together (a relation, two names that are too long for one, or what the
  module refuses) is made again. Nothing else is: whatever else is found to be wrong is a mistake here or in the check, and has to be seen.
*/
name:
{
  form,
  refusals ? (_: [ ]),
}:
let
  inherit (builtins) elem filter;
  inherit (import ./values.nix) generator;
  make = generator form;
  type = import ./from-form.nix form;

  together = [
    "none-set"
    "not-at-most"
    "not-different"
    "not-together"
    "too-long"
  ];
  clashes =
    value:
    let
      findings = type.check [ ] value;
    in
    if findings == [ ] then
      refusals (type.complete value)
    else
      filter (finding: elem finding.code together) findings;
  attempt =
    number: count:
    let
      value = make {
        inherit number;
        attempt = count;
        text = "${toString number}.${toString count}";
      } name;
    in
    if clashes value == [ ] then
      value
    else if count == 50 then
      throw "no options of ${builtins.toJSON form.order} go together: ${
        builtins.toJSON (type.check [ ] value)
      }"
    else
      attempt number (count + 1);
in
number: attempt number 0
