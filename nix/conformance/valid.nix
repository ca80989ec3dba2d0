/**
  Options that pass: `form -> number -> options`. The same number gives the same options everywhere.

  An attempt at which options turn out not to go together (a relation, or two names that are too long for one) is made
  again. Nothing else is: whatever else is found to be wrong is a mistake here or in the check, and has to be seen.
*/
form:
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
  clashes = value: filter (finding: elem finding.code together) (type.check [ ] value);
  attempt =
    number: count:
    let
      value = make {
        inherit number;
        attempt = count;
        text = "${toString number}.${toString count}";
      } "";
    in
    if clashes value == [ ] then
      value
    else if count == 50 then
      throw "no options of ${builtins.toJSON form.order} go together: ${builtins.toJSON (type.check [ ] value)}"
    else
      attempt number (count + 1);
in
number: attempt number 0
