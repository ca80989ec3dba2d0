/**
  What can't be met, is missing or unknown is a finding, and nothing is configured.
*/
let
  evaluate = import ./evaluate.nix;

  shell = {
    kind = "shell";
    policies.login-shell.wheel = true;
  };
  elsewhere = evaluate { } { kind = "local"; } { };

  nothing = findings: {
    inherit findings;
    drvPath = null;
    closure = null;
    sites = { };
    machines = { };
    results = { };
    operations = { };
    secrets = [ ];
    hosts = { };
  };
in
[
  {
    name = "an environment without login shells can't meet it";
    expr = elsewhere.requirements.unmet;
    expected = [
      {
        application = "hello";
        requirement = "shell";
        type = "login-shell";
        reason = null;
      }
    ];
  }
  {
    name = "what is unmet is not configured";
    expr = elsewhere.configuration;
    expected = nothing [
      {
        path = [
          "hello"
          "shell"
        ];
        code = "unmet";
        got = "login-shell";
      }
    ];
  }
  {
    name = "a missing result is a finding";
    expr = (evaluate { } shell { }).configuration;
    expected = nothing [
      {
        path = [
          "results"
          "hello"
          "shell"
          "user"
        ];
        code = "missing";
        got = null;
      }
    ];
  }
  {
    name = "an unknown policy is a finding";
    expr = (evaluate { } (shell // { policies.login-shell.sudo = true; }) { }).requirements.findings;
    expected = [
      {
        path = [
          "environment"
          "policies"
          "login-shell"
          "sudo"
        ];
        code = "unknown";
        got = true;
      }
    ];
  }
]
