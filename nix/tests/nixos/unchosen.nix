/**
  What plain NixOS systems are made with, function by function: what isn't chosen sets nothing, and what waits for secrets.
*/
let
  inherit (builtins) deepSeq tryEval;
  lib = import ../nixpkgs/lib;
  pkgs = import ../nixpkgs { system = "x86_64-linux"; };

  when = import ../../nixos/plain/when.nix { inherit lib; };
  nothing = lib.mkMerge [ ];
  looked = throw "it was looked at";
  isWhole = value: (tryEval (deepSeq value true)).success;
in
[
  {
    name = "plain: secrets that an operator gives are there before the application, too";
    expr =
      (import ../../nixos/plain/provided.nix {
        secrets = [
          {
            path = "/secrets/password";
            publicPath = null;
            owner = "notes";
            generator = "given";
            file = "/run/keys/password";
            source = {
              kind = "option";
              of = [
                "notes"
                "password"
              ];
            };
          }
          {
            path = "/secrets/relay";
            publicPath = null;
            owner = "root";
            generator = "given";
            file = "/run/keys/relay";
            source = {
              kind = "setting";
              of = [ "relay" ];
            };
          }
        ];
      } { inherit lib pkgs; }).systemd.services.fediversity-secrets.content.before;
    expected = [
      "garage.service"
      "fediversity-garage.service"
      "fediversity-notes.target"
    ];
  }
  {
    name = "plain: of what an application that isn't chosen sets, names are there and nothing is looked at";
    expr =
      let
        content = {
          assertions = looked;
          warnings = looked;
          services.notes = looked;
          programs = lib.mkIf looked looked;
        };
        skipped = when false content;
      in
      [
        skipped
        (when false (
          lib.mkMerge [
            content
            { users.groups = looked; }
          ]
        ))
        (isWhole skipped)
        (isWhole (when true content))
      ];
    expected = [
      {
        assertions = nothing;
        warnings = nothing;
        services.notes = nothing;
        programs = nothing;
      }
      (lib.mkMerge [
        {
          assertions = nothing;
          warnings = nothing;
          services.notes = nothing;
          programs = nothing;
        }
        { users.groups = nothing; }
      ])
      true
      false
    ];
  }
]
