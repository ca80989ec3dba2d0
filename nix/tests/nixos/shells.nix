/**
  Login shells on hosts.
*/
let
  lib = import ../nixpkgs/lib;
  shell =
    request:
    (lib.evalModules {
      modules = [
        {
          options.users.users = lib.mkOption { type = lib.types.attrsOf lib.types.attrs; };
        }
        (import ../../nixos/resources/login-shell.nix {
          entries = [
            {
              inherit request;
              result.user = "hello";
            }
          ];
        })
        { _module.args.pkgs.hello = "hello-2"; }
      ];
    }).config.users.users;
in
[
  {
    name = "a login shell has its programs, and administrator rights where they were granted";
    expr = map shell [
      {
        packages = [ "hello" ];
        wheel = false;
      }
      {
        packages = [ ];
        wheel = true;
      }
    ];
    expected = [
      {
        hello = {
          isNormalUser = true;
          packages = [ "hello-2" ];
          extraGroups = [ ];
        };
      }
      {
        hello = {
          isNormalUser = true;
          packages = [ ];
          extraGroups = [ "wheel" ];
        };
      }
    ];
  }
]
