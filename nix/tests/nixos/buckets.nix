/**
  What is made of the buckets of a host.
*/
let
  inherit (builtins) fromJSON;

  # As a host's entries make it, with files as their texts.
  made =
    {
      requests,
      storage ? null,
    }:
    import ../../nixos/resources/s3-bucket.nix
      {
        entries = map (request: {
          application = "notes";
          requirement = "media";
          request = {
            website = false;
            alias = null;
            cors = [ ];
            quotaMiB = null;
            quotaObjects = null;
            owner = false;
            addressing = "path";
          }
          // request;
          result = {
            bucket = "media";
            accessKeyId = "GK0";
            secretKeyFile = "/s/key";
          };
        }) requests;
        policies = {
          secret-file.directory = "/s";
          tls-certificate = {
            proof = "http-01";
            termsAccepted = true;
            contact = null;
            issuer = null;
          };
        };
        settings = { inherit storage; };
      }
      {
        config.services.nginx.group = "nginx";
        lib = import ../nixpkgs/lib;
        pkgs = import ../nixpkgs { system = "x86_64-linux"; } // {
          writeText = _: text: text;
        };
      };
  fileOf =
    requests:
    fromJSON (
      builtins.head (
        builtins.match ".* ([{].*)"
          (made { inherit requests; }).systemd.services.content.fediversity-garage.serviceConfig.ExecStart
      )
    );
  certificates =
    arguments:
    builtins.mapAttrs (_: certificate: certificate.extraDomainNames)
      (made arguments).security.acme.content.certs;
in
[
  {
    name = "storage: quotas are bytes, rights and rules are what was asked, and all of it fits";
    expr = fileOf [
      {
        quotaMiB = 3;
        quotaObjects = 7;
        owner = true;
        alias = "media.example.org";
        cors = [ { origins = [ "*" ]; } ];
      }
      { }
    ];
    expected =
      let
        key = {
          id = "GK0";
          name = "notes.media";
          credential = "key-media";
        };
      in
      {
        address = "http://127.0.0.1:3903";
        # 10 GiB, the quota, and 50 GiB for a bucket without one.
        capacity = 64427655168;
        buckets = [
          {
            name = "media";
            inherit key;
            owner = true;
            alias = "media.example.org";
            cors = [ { origins = [ "*" ]; } ];
            maxSize = 3145728;
            maxObjects = 7;
          }
          {
            name = "media";
            inherit key;
            owner = false;
            alias = null;
            cors = [ ];
            maxSize = null;
            maxObjects = null;
          }
        ];
      };
  }
  {
    name = "storage: aliases have a certificate each, and its own name has one, with all below it where buckets are hosts";
    expr = [
      (made { requests = [ { } ]; }).security.acme.condition
      (certificates { requests = [ { alias = "a.example"; } ]; })
      (certificates {
        requests = [ { } ];
        storage.domain = "s3.example";
      })
      (certificates {
        requests = [
          { alias = "a.example"; }
          { addressing = "virtual-host"; }
        ];
        storage.domain = "s3.example";
      })
    ];
    expected = [
      false
      { "a.example" = [ ]; }
      { "s3.example" = [ ]; }
      {
        "a.example" = [ ];
        "s3.example" = [ "*.s3.example" ];
      }
    ];
  }
]
