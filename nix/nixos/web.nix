/**
  The web server of a host, where something is shown to browsers: its ports, its settings, and an answer for names that
  nobody has. Sites and applications add their own hosts.
*/
{ entries, ... }:
{ lib, ... }:
let
  isShown =
    { type, request, ... }:
    builtins.elem type [
      "static-site"
      "tls-certificate"
    ]
    || (type == "s3-bucket" && request.website);
  needed = builtins.any isShown entries;
in
{
  networking.firewall.allowedTCPPorts = lib.mkIf needed [
    80
    443
  ];

  services.nginx = lib.mkIf needed {
    enable = true;
    recommendedGzipSettings = true;
    recommendedOptimisation = true;
    recommendedProxySettings = true;
    recommendedTlsSettings = true;
    serverNamesHashBucketSize = 128;
    commonHttpConfig = import ../sites/nginx/shared.nix "fediversity";

    # Without it, a name that leads here and belongs to nobody would show the first site. It answers issuers, since
    # a certificate can hold names that have no host of their own.
    virtualHosts."_" = {
      default = true;
      rejectSSL = true;
      locations."/".return = "404";
      locations."/.well-known/acme-challenge/".root = "/var/lib/acme/acme-challenge";
    };
  };
}
