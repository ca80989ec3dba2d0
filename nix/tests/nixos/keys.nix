/**
  Which secrets are on which host, of applications that whole deployments don't have: without a home, without users, with
  storage elsewhere.
*/
let
  inherit (builtins) elem map;
  contract = import ../../contract;
  resources = import ../../resources contract;
  policies = builtins.mapAttrs (_: resource: resource.policy.complete { }) resources;
  dns01 = policies // {
    tls-certificate = policies.tls-certificate // {
      proof = "dns-01";
    };
  };
  bucket = given: {
    type = "s3-bucket";
    host = "storage";
    request = resources.s3-bucket.request.complete ({ name = "media"; } // given);
    result.secretKeyFile = "/secrets/media_key";
  };
  host.host = {
    type = "host";
    host = "town";
    request = { };
    result = { };
  };
  secretsOf =
    {
      requirements,
      policies,
      storage ? null,
    }:
    import ../../nixos/secrets.nix {
      applications.notes = { inherit requirements; };
      hosts = {
        storage = { };
        town = { };
      };
      inherit policies;
      settings = {
        inherit storage;
        proof.secret.edition = 1;
        relay.password.edition = 1;
      };
    };
  isProven =
    given:
    elem "${policies.secret-file.directory}/_host/certificates-key" (
      map (secret: secret.path) (secretsOf given)
    );
in
[
  {
    name = "nixos: the key of a bucket is root's where an application names no user";
    expr = map (secret: "${secret.host} ${secret.path} ${secret.owner}") (secretsOf {
      inherit policies;
      requirements = host // {
        media = bucket { };
      };
    });
    expected = [
      "town /secrets/media_key root"
      "storage /secrets/media_key root"
      "storage /var/lib/fediversity/secrets/_host/garage-rpc root"
      "storage /var/lib/fediversity/secrets/_host/garage-admin root"
    ];
  }
  {
    name = "nixos: a bucket without a home has its key where it is";
    expr = map (secret: "${secret.host} ${secret.path}") (secretsOf {
      inherit policies;
      requirements.media = bucket { };
    });
    expected = [
      "storage /secrets/media_key"
      "storage /var/lib/fediversity/secrets/_host/garage-rpc"
      "storage /var/lib/fediversity/secrets/_host/garage-admin"
    ];
  }
  {
    name = "nixos: a bucket that is met elsewhere has its key where the application is";
    expr = map (secret: "${secret.host} ${secret.path}") (secretsOf {
      inherit policies;
      requirements = host // {
        media = bucket { } // {
          host = null;
        };
      };
    });
    expected = [ "town /secrets/media_key" ];
  }
  {
    name = "nixos: the key of the DNS is there where a certificate is proven with it, and nowhere else";
    expr =
      let
        site = policies: {
          inherit policies;
          requirements.site = {
            type = "static-site";
            host = "town";
            request.name = "town";
            result = { };
          };
        };
        stored = given: storage: {
          policies = dns01;
          requirements.media = bucket given;
          inherit storage;
        };
      in
      map isProven [
        (site dns01)
        (site (dns01 // { static-site.base = "sites.example.org"; }))
        (site (policies // { static-site.base = "sites.example.org"; }))
        (stored { } null)
        (stored {
          website = true;
          alias = "media.example.org";
        } null)
        (stored { } { domain = "storage.example.org"; })
      ];
    expected = [
      false
      true
      false
      false
      true
      true
    ];
  }
]
