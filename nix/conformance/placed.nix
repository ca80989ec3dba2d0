/**
  What is evaluated in an environment of a number, `(environment -> answer) -> number -> answer`. Applications may be too
  large for one host, or not share one, and fit on several: then they are placed on several.
*/
kind: evaluate: number:
let
  inherit (builtins) all head;
  environment = import ./environment.nix kind number;
  first = evaluate environment;
  inherit (first.requirements) findings;
  isOfHosts = finding: head finding.path == "hosts" || finding.code == "not-shared";
  needSeveral = findings != [ ] && environment.layout == "all-in-one" && all isOfHosts findings;
in
if needSeveral then evaluate (environment // { layout = "one-each"; }) else first
