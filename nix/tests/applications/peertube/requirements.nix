/**
  What PeerTube asks for: always the same names and types, requests that pass their checks, and names of buckets.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    mapAttrs
    ;
  contract = import ../../../contract;
  resources = import ../../../resources contract;
  inherit (import ./module.nix) module required;
  raw = (import ../../../applications/peertube { inherit (contract) types; }).requirements;

  wrong =
    given:
    let
      asked = required given;
    in
    concatMap (name: resources.${asked.${name}.type}.request.check [ name ] asked.${name}.request) (
      attrNames asked
    );
  judged =
    given:
    (import ../../../resources/requirements.nix resources (
      mapAttrs (_: asked: {
        inherit (asked) type;
        request = resources.${asked.type}.request.complete asked.request;
      }) (required given)
    ));
  policies = mapAttrs (_: type: type.policy.complete { }) resources // {
    tls-certificate = resources.tls-certificate.policy.complete { termsAccepted = true; };
    s3-bucket = resources.s3-bucket.policy.complete { addressing = [ "virtual-host" ]; };
  };
  everything = {
    storage = "buckets";
    mail = {
      server = "smtp.example.org";
      user = "u";
      password.edition = 1;
    };
    cores = 512;
  };

  bucketOf =
    domain:
    (required {
      inherit domain;
      storage = "buckets";
    }).media.request.name;
  # 63 characters and more in all, as a domain may have.
  long = "a-name-that-is-as-long-as-a-label-may-well-be.and-then-some.example.org";
in
[
  {
    name = "PeerTube: names and types of requirements don't need options";
    expr = mapAttrs (_: attrNames) (raw (throw "looked at"));
    expected = {
      certificate = [ "tls-certificate" ];
      database = [ "postgresql" ];
      host = [ "host" ];
      mail = [ "mail-relay" ];
      mailPassword = [ "secret-file" ];
      media = [ "s3-bucket" ];
      mediaName = [ "dns-name" ];
      name = [ "dns-name" ];
      private = [ "s3-bucket" ];
      queues = [ "redis" ];
      rootPassword = [ "secret-file" ];
      secret = [ "secret-file" ];
    };
  }
  {
    name = "PeerTube: neither do the names that its NixOS module sets";
    expr =
      let
        unseen = throw "looked at";
        names = value: if builtins.isAttrs value then attrNames value else [ ];
      in
      mapAttrs (_: names) (
        module.nixos unseen {
          lib = import ../../nixpkgs/lib;
          config = unseen;
          pkgs = unseen;
        }
      );
    expected = {
      assertions = [ ];
      environment = [ "systemPackages" ];
      networking = [ "firewall" ];
      security = [ "acme" ];
      services = [
        "nginx"
        "peertube"
      ];
      systemd = [ "services" ];
      users = [ "groups" ];
    };
  }
  {
    name = "PeerTube: as a NixOS module that is off, it looks at nothing";
    expr =
      let
        system = import ../../nixpkgs/nixos/lib/eval-config.nix {
          system = "x86_64-linux";
          modules = [
            (
              {
                config,
                lib,
                pkgs,
                ...
              }@arguments:
              lib.mkIf false (module.nixos (throw "looked at") arguments)
            )
          ];
        };
      in
      [
        system.config.services.peertube.enable
        system.config.services.peertube.redis.enableUnixSocket
        (attrNames system.config.services.nginx.virtualHosts)
        system.config.networking.firewall.allowedTCPPorts
      ];
    expected = [
      false
      false
      [ "localhost" ]
      [ ]
    ];
  }
  {
    name = "PeerTube: on the machine's disk, through the provider's relay";
    expr = attrNames (required { });
    expected = [
      "certificate"
      "database"
      "host"
      "mail"
      "name"
      "queues"
      "rootPassword"
      "secret"
    ];
  }
  {
    name = "PeerTube: in buckets, through a mail server of its own";
    expr = attrNames (required everything);
    expected = [
      "certificate"
      "database"
      "host"
      "mailPassword"
      "media"
      "mediaName"
      "name"
      "private"
      "queues"
      "rootPassword"
      "secret"
    ];
  }
  {
    name = "PeerTube: a mail server without a password needs no file for one";
    expr = (required { mail.server = "smtp.example.org"; }) ? mailPassword;
    expected = false;
  }
  {
    name = "PeerTube: requests pass their checks";
    expr = concatMap wrong [
      { }
      everything
    ];
    expected = [ ];
  }
  {
    name = "PeerTube: usual policies grant all of it";
    expr = concatMap (given: (judged given).findings [ ] policies) [
      { }
      everything
    ];
    expected = [ ];
  }
  {
    name = "PeerTube: a storage that knows paths only is told apart";
    expr = map (finding: { inherit (finding) path code; }) (
      (judged everything).findings [ ] (
        policies // { s3-bucket = resources.s3-bucket.policy.complete { }; }
      )
    );
    expected = [
      {
        path = [
          "media"
          "s3-bucket"
          "addressing"
        ];
        code = "not-offered";
      }
      {
        path = [
          "private"
          "s3-bucket"
          "addressing"
        ];
        code = "not-offered";
      }
    ];
  }
  {
    name = "PeerTube: names of buckets are labels that no other PeerTube has";
    expr = map bucketOf [
      "video.example.org"
      "xn--vdeo-5qa.example.org"
      long
    ];
    expected = [
      "video-example-org-media"
      "peertube-218b006749622fa6-media"
      "peertube-67d269ad40428c36-media"
    ];
  }
  {
    name = "PeerTube: the longest domain that a bucket is named after has 50 characters";
    expr = map bucketOf [
      "a23456789-123456789-123456789-123456789.example.or"
      "a23456789-123456789-123456789-123456789.example.org"
    ];
    expected = [
      "a23456789-123456789-123456789-123456789-example-or-media"
      "peertube-f040c1b675e929e2-media"
    ];
  }
]
