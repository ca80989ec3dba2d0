/**
  The web server and the certificates of hosts.
*/
let
  set = import ./set.nix;
  town = set { } "town";
  proven = set {
    applications.notes.domain = "notes.example.org";
    policies.tls-certificate = {
      termsAccepted = true;
      contact = "post@hosting.example";
      issuer = "https://issuer.example/directory";
      proof = "dns-01";
    };
    settings.proof = {
      server = "192.0.2.53:53";
      key = "town.hosting.example";
      secret.edition = 2;
    };
  } "town";
  certificate = (proven "security.acme.certs")."notes.example.org";
in
[
  {
    name = "web: both ports are open, nginx has NixOS' recommended settings";
    expr = [
      (town "networking.firewall.allowedTCPPorts")
      (removeAttrs (town "services.nginx") [
        "commonHttpConfig"
        "virtualHosts"
      ])
    ];
    expected = [
      [
        80
        443
      ]
      {
        enable = true;
        recommendedGzipSettings = true;
        recommendedOptimisation = true;
        recommendedProxySettings = true;
        recommendedTlsSettings = true;
        serverNamesHashBucketSize = 128;
      }
    ];
  }
  {
    name = "web: a name that belongs to nobody gets nothing but an issuer's question answered";
    expr = (town "services.nginx.virtualHosts")._;
    expected = {
      default = true;
      rejectSSL = true;
      locations = {
        "/".return = "404";
        "/.well-known/acme-challenge/".root = "/var/lib/acme/acme-challenge";
      };
    };
  }
  {
    name = "certificates: the terms are accepted and somebody is warned, each name is proven on port 80";
    expr = town "security.acme";
    expected = {
      acceptTerms = true;
      defaults = {
        email = "post@hosting.example";
        server = "https://acme-v02.api.letsencrypt.org/directory";
      };
      certs = {
        "notes.example.org" = {
          domain = "notes.example.org";
          extraDomainNames = [ "www.notes.example.org" ];
          group = "nginx";
          webroot = "/var/lib/acme/acme-challenge";
        };
        "media.notes.example.org" = {
          domain = "media.notes.example.org";
          extraDomainNames = [ ];
          group = "nginx";
          webroot = "/var/lib/acme/acme-challenge";
        };
        "photos.example.org" = {
          domain = "photos.example.org";
          extraDomainNames = [ ];
          group = "nginx";
          webroot = "/var/lib/acme/acme-challenge";
        };
      };
    };
  }
  {
    name = "certificates: or with records that the host changes, and the key is a file";
    expr = map (name: certificate.credentialFiles.${name}) [ "RFC2136_TSIG_SECRET_FILE" ] ++ [
      (builtins.attrNames certificate.credentialFiles)
      certificate.dnsProvider
      (certificate.webroot or null)
      (proven "security.acme.defaults.server")
    ];
    expected = [
      "/var/lib/fediversity/secrets/_host/certificates-key"
      [
        "RFC2136_NAMESERVER_FILE"
        "RFC2136_TSIG_ALGORITHM_FILE"
        "RFC2136_TSIG_KEY_FILE"
        "RFC2136_TSIG_SECRET_FILE"
      ]
      "rfc2136"
      null
      "https://issuer.example/directory"
    ];
  }
  {
    name = "certificates: a wildcard stands beside its name";
    expr =
      (
        (import ../../nixos/certificates.nix {
          config.services.nginx.group = "nginx";
          lib = import ../nixpkgs/lib;
          pkgs = { };
          policies.tls-certificate.proof = "http-01";
          settings = { };
        }).certificate
        {
          names = [
            "a.example"
            "b.example"
          ];
          wildcard = true;
        }
      ).extraDomainNames;
    expected = [
      "b.example"
      "*.a.example"
      "*.b.example"
    ];
  }
]
