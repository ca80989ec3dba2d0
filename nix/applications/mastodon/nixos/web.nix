/**
  The web server in front of it. nixpkgs' module brings the whole site under the domain of the accounts; where the pages
  have another domain, only the site's name is a different one.
*/
{ options, ... }:
{ lib, ... }:
let
  inherit (import ../names.nix options) alternates web;

  secured = {
    useACMEHost = web;
    forceSSL = true;
    enableACME = lib.mkForce false;
  };
  # The module sends these headers itself. Sent twice, a request has two hosts and is refused.
  own.recommendedProxySettings = false;
  sendsOn = options.webDomain != null && options.domainServed == "here";
in
{
  services.mastodon.configureNginx = true;

  services.nginx.virtualHosts = {
    ${options.domain} = secured // {
      serverName = web;
      serverAliases = alternates;
      # Mastodon takes videos of up to 99 MB, and nginx 10 unless it is told.
      extraConfig = ''
        client_max_body_size 100m;
      '';
      locations."@mastodon" = own;
      locations."^~ /api/v1/streaming/" = own;
    };
  }
  // lib.optionalAttrs sendsOn {
    # Everything with its path and query, so that also /.well-known/webfinger arrives; scripts of other sites ask for it.
    "${options.domain}-accounts" = secured // {
      serverName = options.domain;
      locations."/" = {
        return = "301 https://${web}$request_uri";
        extraConfig = ''
          add_header Access-Control-Allow-Origin *;
        '';
      };
    };
  };
}
