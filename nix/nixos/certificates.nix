/**
  Certificates by ACME, read by nginx: proven on port 80, or with a record that is changed by RFC 2136.
    issuer       what is said once
    certificate  { names, wildcard } -> what is said of one; the first name is its own
*/
{
  config,
  lib,
  pkgs,
  policies,
  settings,
}:
let
  inherit (builtins) elemAt tail;
  policy = policies.tls-certificate;
  file = name: text: "${pkgs.writeText name text}";

  proof =
    if policy.proof == "dns-01" then
      {
        dnsProvider = "rfc2136";
        credentialFiles = {
          RFC2136_NAMESERVER_FILE = file "nameserver" settings.proof.server;
          RFC2136_TSIG_KEY_FILE = file "tsig-key" settings.proof.key;
          RFC2136_TSIG_ALGORITHM_FILE = file "tsig-algorithm" "${settings.proof.algorithm}.";
          RFC2136_TSIG_SECRET_FILE = "${(import ./paths.nix policies).host}/certificates-key";
        };
      }
    else
      { webroot = "/var/lib/acme/acme-challenge"; };
in
{
  issuer = {
    acceptTerms = policy.termsAccepted;
    defaults = {
      email = policy.contact;
      server = policy.issuer;
    };
  };

  certificate =
    {
      names,
      wildcard ? false,
    }:
    proof
    // {
      domain = elemAt names 0;
      extraDomainNames = tail names ++ lib.optionals wildcard (map (name: "*.${name}") names);
      inherit (config.services.nginx) group;
    };
}
