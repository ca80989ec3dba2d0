/**
  Object storage of an organisation.
*/
let
  inherit (builtins) fromJSON;
  contract = import ../../contract;
  module = import ../../applications/garage { inherit (contract) types; };
  application = import ../../contract/application.nix { inherit (contract) types; } module;
  set = import ../nixos/set.nix;

  private = {
    domain = "s3.example.org";
    buckets = [ { name = "backups"; } ];
  };
  open = private // {
    buckets = [
      {
        name = "backups";
        quota = 1048576;
      }
      {
        name = "media";
        public = true;
      }
      {
        name = "downloads";
        public = true;
      }
    ];
  };
  asked = options: application.requirements (application.options.complete options);
  given = options: { applications.garage = options; };
  host = options: set (given options) "town";
  proven = {
    policies.tls-certificate = {
      termsAccepted = true;
      contact = "post@hosting.example";
      proof = "dns-01";
      wildcard = true;
    };
    settings.proof = {
      server = "192.0.2.53:53";
      key = "town.hosting.example";
      secret.edition = 1;
    };
  };
  asHosts = set (given (private // { bucketHosts = true; }) // proven) "town";

  # What storage is set up with: the module, with files as their texts.
  wanted =
    options:
    let
      unit =
        (module.nixos
          {
            options = application.options.complete options;
            resources = {
              rpc.path = "/s/rpc";
              admin.path = "/s/admin";
              key.path = "/s/key";
            };
          }
          {
            lib = import ../nixpkgs/lib;
            pkgs = import ../nixpkgs { system = "x86_64-linux"; } // {
              writeText = _: text: text;
            };
          }
        ).systemd.services.fediversity-garage.serviceConfig;
    in
    fromJSON (builtins.head (builtins.match ".* ([{].*)" unit.ExecStart));
in
[
  {
    name = "garage: declares nothing wrongly";
    expr = application.faults;
    expected = [ ];
  }
  {
    name = "garage: the domain is for good, and so are the domain of public files and the region";
    expr = builtins.filter (
      name: application.options.form.options.${name}.immutable
    ) application.options.form.order;
    expected = [
      "domain"
      "webDomain"
      "region"
    ];
  }
  {
    name = "garage: without public buckets, there is one name and one certificate";
    expr = builtins.mapAttrs (_: requirement: requirement.request) (
      removeAttrs (asked private) [
        "admin"
        "key"
        "rpc"
      ]
    );
    expected = {
      host = {
        name = "storage";
        cores = 1;
        memoryMiB = 2048;
        diskMiB = 225280;
      };
      name = {
        name = "s3.example.org";
        wildcard = false;
        ipv4 = [
          {
            resultOf = "host";
            field = "ipv4";
          }
        ];
      };
      certificate = {
        names = [ "s3.example.org" ];
        wildcard = false;
      };
    };
  }
  {
    name = "garage: public buckets have names, and a certificate that holds them all";
    expr = [
      (asked open).webName.request.name
      (asked open).webName.request.wildcard
      (asked open).webCertificate.request.names
      (asked (open // { webDomain = "files.example.org"; })).webName.request.name
      (asked (open // { webDomain = "files.example.org"; })).webCertificate.request.names
    ];
    expected = [
      "web.s3.example.org"
      true
      [
        "downloads.web.s3.example.org"
        "media.web.s3.example.org"
      ]
      "files.example.org"
      [
        "downloads.files.example.org"
        "media.files.example.org"
      ]
    ];
  }
  {
    name = "garage: buckets as host names take a wildcard, in the name and in the certificate";
    expr =
      let
        requirements = asked (private // { bucketHosts = true; });
      in
      [
        requirements.name.request.wildcard
        requirements.certificate.request.wildcard
        (asHosts "services.nginx.virtualHosts")."s3.example.org".serverAliases
        (asHosts "security.acme.certs")."s3.example.org".extraDomainNames
        (host private "services.nginx.virtualHosts")."s3.example.org".serverAliases
      ];
    expected = [
      true
      true
      [ "*.s3.example.org" ]
      [ "*.s3.example.org" ]
      [ ]
    ];
  }
  {
    name = "garage: the machine is as large as was chosen";
    expr =
      (asked (
        private
        // {
          cores = 3;
          memory = 5242880000;
          disk = 31457280000;
        }
      )).host.request;
    expected = {
      name = "storage";
      cores = 3;
      memoryMiB = 5000;
      diskMiB = 30000;
    };
  }
  {
    name = "garage: only the key must never change";
    expr = builtins.mapAttrs (_: requirement: requirement.request) {
      inherit (asked private) admin key rpc;
    };
    expected = {
      admin = {
        name = "admin";
        generator = "hex-64";
        lasting = false;
      };
      key = {
        name = "key";
        generator = "hex-64";
        lasting = true;
      };
      rpc = {
        name = "rpc";
        generator = "hex-64";
        lasting = false;
      };
    };
  }
  {
    name = "garage: region and domain are Garage's, secrets are credentials";
    expr =
      let
        set = host (private // { region = "town"; });
      in
      [
        (set "services.garage.settings.s3_api")
        (set "systemd.services.garage.serviceConfig.LoadCredential")
        (set "systemd.services.fediversity-garage.serviceConfig.LoadCredential")
      ];
    expected = [
      {
        s3_region = "town";
        api_bind_addr = "127.0.0.1:3900";
        root_domain = ".s3.example.org";
      }
      [
        "rpc:/var/lib/fediversity/secrets/garage/rpc"
        "admin:/var/lib/fediversity/secrets/garage/admin"
      ]
      [
        "admin:/var/lib/fediversity/secrets/garage/admin"
        "key-backups:/var/lib/fediversity/secrets/garage/key"
      ]
    ];
  }
  {
    name = "garage: each name has its host, with the certificate that holds it";
    expr = builtins.mapAttrs (_: virtualHost: virtualHost.useACMEHost or null) (
      host open "services.nginx.virtualHosts"
    );
    expected = {
      _ = null;
      "s3.example.org" = "s3.example.org";
      "media.web.s3.example.org" = "downloads.web.s3.example.org";
      "downloads.web.s3.example.org" = "downloads.web.s3.example.org";
    };
  }
  {
    name = "garage: buckets have their quotas, public ones a name and rules for everybody's scripts";
    expr = (wanted open).buckets;
    expected =
      let
        bucket = name: maxSize: alias: cors: {
          inherit
            name
            maxSize
            alias
            cors
            ;
          key = {
            id = "GKadb0666ce1a2adad2b720729";
            name = "organisation";
            credential = "key-${name}";
          };
          owner = true;
          maxObjects = null;
        };
        everyone = [
          {
            origins = [ "*" ];
            methods = [
              "GET"
              "HEAD"
            ];
            headers = [ "*" ];
            exposed = [
              "Content-Range"
              "ETag"
            ];
            maxAgeSeconds = 3600;
          }
        ];
      in
      [
        (bucket "backups" 1048576 null [ ])
        (bucket "media" null "media.web.s3.example.org" everyone)
        (bucket "downloads" null "downloads.web.s3.example.org" everyone)
      ];
  }
  {
    name = "garage: all of the disk but the system's is for objects";
    expr = (wanted (private // { disk = 21474836480; })).capacity;
    expected = 10737418240;
  }
  {
    name = "garage: there is at least one bucket";
    expr = map (finding: finding.code) (application.options.check [ ] (private // { buckets = [ ]; }));
    expected = [ "too-few" ];
  }
]
++ import ./garage/form.nix
++ import ./garage/operation.nix
++ import ./garage/refused.nix
