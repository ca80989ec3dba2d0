/**
  What is evaluated in an environment of a number, `(environment -> answer) -> number -> answer`. Applications of the
  largest size may be too large for one host, and not for several: then they are placed on several.
*/
kind: evaluate: number:
let
  inherit (builtins) all head;
  environment = import ./environment.nix kind number;
  first = evaluate environment;
  inherit (first.requirements) findings;
  isTooLarge =
    findings != [ ]
    && environment.layout == "all-in-one"
    && all (finding: head finding.path == "hosts") findings;
in
if isTooLarge then evaluate (environment // { layout = "one-each"; }) else first
