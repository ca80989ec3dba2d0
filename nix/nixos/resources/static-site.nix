/**
  Sites as nginx hosts, below the domain of the hosting provider with a certificate each, or below localhost without.
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
  inherit (builtins) listToAttrs;
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
  https = policies.static-site.base != null;
  sites = map (
    { result, content, ... }:
    {
      inherit (result) host;
      site = import ../site.nix {
        inherit pkgs https content;
        name = result.host;
      };
    }
  ) entries;
  named =
    of:
    listToAttrs (
      map (site: {
        name = site.host;
        value = of site;
      }) sites
    );
in
{
  services.nginx = lib.mkIf (entries != [ ]) {
    commonHttpConfig = lib.concatMapStringsSep "" ({ site, ... }: site.maps) sites;
    virtualHosts = named (
      { host, site }:
      site.host
      // lib.optionalAttrs https {
        forceSSL = true;
        useACMEHost = host;
      }
    );
  };

  security.acme = lib.mkIf (entries != [ ] && https) (
    issuer // { certs = named ({ host, ... }: certificate { names = [ host ]; }); }
  );
}
