/**
  Certificates that applications ask for; they name one in their own hosts by its first name.
*/
{
  entries,
  policies,
  settings,
  ...
}:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit
    (import ../certificates.nix {
      inherit
        config
        lib
        pkgs
        policies
        settings
        ;
    })
    certificate
    issuer
    ;
in
{
  security.acme = lib.mkIf (entries != [ ]) (
    issuer
    // {
      certs = builtins.listToAttrs (
        map (
          { request, ... }:
          {
            name = builtins.head request.names;
            value = certificate { inherit (request) names wildcard; };
          }
        ) entries
      );
    }
  );
}
