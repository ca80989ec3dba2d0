/**
  The module, evaluated with options of a number, in an environment that offers everything: what `contract.evaluate`
  gives. With every other number, databases are on a server elsewhere, with a password. The closure of its configuration
  has the NixOS modules as they are.
*/
{
  contract,
  name,
  source,
  system,
  ...
}:
let
  inherit (builtins) elem mapAttrs;
  resources = import ../../resources contract;
  parts = { inherit contract resources; };

  isServer =
    type:
    elem type [
      "mariadb"
      "postgresql"
      "redis"
    ];
  environment =
    isElsewhere:
    let
      hosts = import ../../nixos/environment.nix parts {
        kind = "check";
        label.en = "Check";
        label.de = "Prüfung";
        help.en = "Nothing is made.";
        help.de = "Nichts wird gemacht.";
        layouts = [
          "all-in-one"
          "one-each"
        ];
      };
    in
    hosts
    // {
      choose =
        asked:
        hosts.choose asked
        // (
          if isElsewhere && isServer asked.type then
            {
              socket = null;
              server = "database.provider.example";
              passwordFile = "/run/secrets/database";
            }
          else
            { }
        );
      realise =
        { applications, ... }:
        {
          sites = { };
          closure = {
            drvPath = "";
            nixos = mapAttrs (_: application: application.nixos) applications;
          };
        };
    };
in
number: options:
import ../placed.nix "check" (
  set:
  contract.evaluate {
    inherit resources system;
    applications = [ source ];
    layouts = import ../../layouts;
    environments = [ (environment (number / 2 * 2 != number)) ];
    given = {
      applications.${name} = {
        module = name;
        inherit options;
      };
      environment = set;
    };
  }
) (number / 2)
