/**
  PeerTube on hosts: what is chosen for its buckets, and that its configuration stands beside all that they set up.
*/
let
  contract = import ../../../contract;
  resources = import ../../../resources contract;
  environment = import ../../nixos/hosts.nix { inherit contract resources; };
  looked = environment // {
    realise =
      given:
      let
        realised = environment.realise given;
      in
      realised
      // {
        closure = realised.closure // {
          inherit (realised) systems;
        };
      };
  };
  evaluated =
    layout: settings:
    contract.evaluate {
      given = {
        deployment = {
          id = "01J0TOWN";
          name = "town";
        };
        applications.video = {
          module = "peertube";
          options = (import ./module.nix).least // {
            storage = "buckets";
            live = true;
          };
        };
        environment = {
          kind = "hosts";
          inherit layout;
          policies = {
            tls-certificate = {
              termsAccepted = true;
              contact = "post@hosting.example";
            };
            s3-bucket.addressing = [ "virtual-host" ];
          };
          settings = {
            relay.server = "mail.hosting.example";
          }
          // settings;
        };
      };
      system = "x86_64-linux";
      nixpkgs = ../../nixpkgs;
      applications = [ (import ../../../applications/peertube) ];
      environments = [ looked ];
      layouts = import ../../../layouts;
      inherit resources;
    };
  together = evaluated "all-in-one" { };
  inherit (together.configuration.results) video;
  system = together.configuration.closure.systems.town.config;
in
[
  {
    name = "PeerTube: it can be placed";
    expr = {
      inherit (together.requirements) findings unmet;
      configuration = together.configuration.findings;
    };
    expected = {
      findings = [ ];
      unmet = [ ];
      configuration = [ ];
    };
  }
  {
    name = "PeerTube: both buckets are open to one key, which is delivered once";
    expr = {
      key = video.private.accessKeyId == video.media.accessKeyId;
      file = video.private.secretKeyFile;
      delivered = map (secret: secret.path) (
        builtins.filter (secret: builtins.match ".*_key" secret.path != null) together.configuration.secrets
      );
    };
    expected = {
      key = true;
      file = "/var/lib/fediversity/secrets/video/media_key";
      delivered = [ "/var/lib/fediversity/secrets/video/media_key" ];
    };
  }
  {
    name = "PeerTube: nothing that its host asserts is broken";
    expr = map (entry: entry.message) (builtins.filter (entry: !entry.assertion) system.assertions);
    expected = [ ];
  }
  {
    name = "PeerTube: its host opens the ports of pages and of live videos";
    expr = builtins.sort builtins.lessThan system.networking.firewall.allowedTCPPorts;
    expected = [
      80
      443
      1935
      1936
    ];
  }
]
