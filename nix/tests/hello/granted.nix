/**
  The field's acceptance example: resource type login shell, application hello, and an environment
  that grants a login shell.
*/
let
  inherit (builtins) elemAt genList length;
  evaluate = import ./evaluate.nix;

  shell = {
    kind = "shell";
    policies.login-shell.wheel = true;
  };
  granted = evaluate { traditional = true; } shell { user = "operator"; };
  configured = granted.configuration;
in
[
  {
    name = "hello requires a login shell with its program";
    expr = (evaluate { } shell { }).requirements;
    expected = {
      findings = [ ];
      unmet = [ ];
      reserve = [ ];
      pools = [ ];
      requirements.hello.shell.login-shell = {
        packages = [ "hello" ];
        wheel = false;
      };
    };
  }
  {
    name = "hello's options decide about its program";
    expr = granted.requirements.requirements.hello.shell.login-shell.packages;
    expected = [ "hello-traditional" ];
  }
  {
    name = "the environment gives the chosen user the program";
    expr = genList (i: elemAt configured.closure.args (i + 3)) (length configured.closure.args - 3);
    expected = [
      "operator"
      "no-wheel"
      "hello-traditional"
    ];
  }
  {
    name = "the catalogue knows what hello needs without knowing its options";
    expr = map (application: application.needs) granted.catalogue.applications;
    expected = [ [ "login-shell" ] ];
  }
]
