/**
  What many deployments would be, told at once.
*/
let
  contract = import ../../contract;
  resources = import ../../resources contract;
  evaluate = contract.evaluator {
    inherit resources;
    system = "x86_64-linux";
    nixpkgs = throw "no outlook evaluates nixpkgs";
    applications = {
      homepage = import ../../applications/homepage;
      pixelfed = import ../../applications/pixelfed;
      unreadable = throw "it can't even be read";
    };
    environments =
      map (environment: import (../../environments + "/${environment}") { inherit contract resources; })
        [
          "local"
          "proxmox"
        ];
    layouts = import ../../layouts;
  };

  given = kind: module: options: {
    deployment = {
      id = "0199c2f0-7a51-7cc3-98c4-dc0c0c07398f";
      name = "town";
    };
    applications.a = { inherit module options; };
    environment = import ../../conformance/environment.nix kind 0 // {
      inherit kind;
    };
    allocated = { };
  };
  local =
    module: options:
    given "local" module options
    // {
      environment = {
        kind = "local";
        settings.port = 8090;
        policies = { };
        layout = null;
      };
    };
  homepage = {
    name = "town";
    title = "Our town";
  };
  valid = import ../../conformance/valid.nix "pixelfed" {
    inherit ((contract.read (import ../../applications/pixelfed)).options) form;
    inherit (contract.read (import ../../applications/pixelfed)) refusals;
  };

  outlooks = contract.outlooks evaluate [
    (local "homepage" homepage)
    (local "homepage" (homepage // { name = "Town!"; }))
    (local "unreadable" homepage)
    (local "homepage" homepage // { applications.a = homepageOf "9.0.0"; })
    (local "pixelfed" (valid 0))
    (given "proxmox" "pixelfed" (valid 0))
  ];
  homepageOf = version: {
    module = "homepage";
    inherit version;
    options = homepage;
  };
  outlook = builtins.elemAt outlooks;

  large = given "proxmox" "pixelfed" (valid 0);
  narrow = large.environment.policies // {
    host.memoryMiB = 512;
  };
  codes = findings: map (finding: finding.code) findings;
in
[
  {
    name = "an outlook has the closure that a configuration has";
    expr = (outlook 0).closure == (evaluate (local "homepage" homepage)).configuration.closure.outPath;
    expected = true;
  }
  {
    name = "an outlook tells versions, requirements and results";
    expr = {
      inherit (outlook 0)
        findings
        unmet
        versions
        requirements
        dropped
        ;
      inherit ((outlook 0).results.a.site) host;
    };
    expected = {
      findings = [ ];
      unmet = [ ];
      dropped = [ ];
      versions.a = "1.0.0";
      requirements.a.site.static-site.name = "town";
      host = "town.localhost";
    };
  }
  {
    name = "wrong options are findings of their deployment";
    expr = [
      (codes (outlook 1).findings)
      (outlook 1).closure
    ];
    expected = [
      [ "not-a-label" ]
      null
    ];
  }
  {
    name = "a module that can't be read spoils its own deployments";
    expr = outlook 2;
    expected = null;
  }
  {
    name = "what was stored for a newer version is refused";
    expr = codes (outlook 3).findings;
    expected = [ "newer-version" ];
  }
  {
    name = "what an environment can't meet is told";
    expr =
      builtins.elem "postgresql" (map (unmet: unmet.type) (outlook 4).unmet)
      || builtins.elem "mariadb" (map (unmet: unmet.type) (outlook 4).unmet);
    expected = true;
  }
  {
    name = "hosts are told without an evaluation of nixpkgs, and their closure is not";
    expr = {
      inherit (outlook 5) closure findings;
      hosts = builtins.attrNames (outlook 5).hosts;
    };
    expected = {
      closure = null;
      findings = [ ];
      hosts = [ "town" ];
    };
  }
  {
    name = "what is too large for any host is told of what asks for it, and not of its host as well";
    expr =
      let
        environment = large.environment // {
          policies = narrow;
        };
        inherit ((evaluate (large // { inherit environment; })).requirements) findings;
      in
      map (finding: [
        (builtins.head finding.path)
        finding.code
      ]) findings;
    expected = [
      [
        "a"
        "beyond-policy"
      ]
    ];
  }
]
