/**
  Static sites of a system, as a real nginx can show them.
*/
let
  inherit (builtins)
    elemAt
    genList
    length
    match
    ;
  inherit (import ../../nixpkgs/lib) hasInfix;
  evaluate = import ./evaluate.nix;
  toplevel = module: (evaluate [ module ]).config.system.build.toplevel;
  site =
    more:
    { pkgs, ... }:
    {
      services.nginx = {
        enable = true;
        commonHttpConfig = "geo $a { default a; }";
        virtualHosts."town.localhost" = {
          root = pkgs.linkFarm "site" [
            {
              name = "a b.html";
              path = pkgs.writeText "file" "Town";
            }
          ];
          locations."= /x".return = "302 /y";
          extraConfig = "charset utf-8;";
        }
        // more;
      };
    };
  made = toplevel (site { });
  laid = system: genList (i: elemAt system.args (i + 3)) (length system.args - 3);
in
[
  {
    name = "sites: a system shows those that are made of texts";
    expr = map (part: hasInfix part made.nginx) [
      "geo $a { default a; }"
      "server_name town.localhost;"
      "root \${nixos_system}/sites/0;"
      "location = /x {\nreturn 302 /y;"
      "charset utf-8;"
      "listen 80;"
    ];
    expected = [
      true
      true
      true
      true
      true
      true
    ];
  }
  {
    name = "sites: their files are in its closure";
    expr = [
      (elemAt (laid made) 0)
      (match "/nix/store/[0-9a-z]{32}-file" (elemAt (laid made) 1) != null)
    ];
    expected = [
      "sites/0/a b.html"
      true
    ];
  }
  {
    name = "sites: what needs a certificate or a program is not shown, and nothing is without nginx";
    expr = map (module: (toplevel module).nginx) [
      { }
      (site { forceSSL = true; })
      (site { root = "/var/www"; })
      (site { root = null; })
    ];
    expected = [
      ""
      ""
      ""
      ""
    ];
  }
]
