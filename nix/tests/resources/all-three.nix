/**
  Mastodon, PeerTube and Pixelfed, each judged by a hosting provider's policies, and spread over hosts together.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    head
    mapAttrs
    ;
  inherit (import ./judged.nix) lines resources;
  layouts = import ../../layouts;

  completed = mapAttrs (
    _:
    mapAttrs (
      _: requirement:
      let
        type = head (attrNames requirement);
      in
      {
        inherit type;
        request = resources.${type}.request.complete requirement.${type};
      }
    )
  ) (import ./applications.nix);
  asked = concatMap (
    application:
    concatMap (
      requirement:
      let
        given = (import ./applications.nix).${application}.${requirement};
        type = head (attrNames given);
      in
      resources.${type}.request.check [ application requirement ] given.${type}
    ) (attrNames completed.${application})
  ) (attrNames completed);

  together = mapAttrs (_: import ../../resources/requirements.nix resources) completed;
  policies = mapAttrs (name: type: type.policy.complete (decided.${name} or { })) resources;
  decided = {
    dns-name = {
      domains = [ "example.org" ];
      byHand = false;
      ttlSeconds = 300;
    };
    tls-certificate.termsAccepted = true;
    s3-bucket.quotaMiB = 204800;
    mail-relay.senders = [
      "photos.example.org"
      "social.example.org"
      "video.example.org"
    ];
  };
  found =
    policies:
    lines (
      concatMap (application: together.${application}.findings [ application ] policies) (
        attrNames together
      )
    );
  granted = mapAttrs (_: application: application.granted policies) together;

  spread =
    layout:
    import ../../layouts/hosts.nix resources layouts.${layout} {
      name = "town";
      applications = granted;
    };
  sizes =
    layout:
    mapAttrs (_: host: [
      host.request.cores
      host.request.memoryMiB
      host.request.diskMiB
    ]) (spread layout).hosts;
in
[
  {
    name = "what all three ask for can be asked for, and is granted";
    expr = asked ++ found policies;
    expected = [ ];
  }
  {
    name = "what a strict provider refuses names application, requirement and option";
    expr = found (
      mapAttrs (_: type: type.policy.complete { }) resources
      // {
        host = resources.host.policy.complete { memoryMiB = 4096; };
        s3-bucket = resources.s3-bucket.policy.complete { quotaMiB = 1024; };
        mail-relay = policies.mail-relay // {
          senders = [ "social.example.org" ];
        };
      }
    );
    expected = [
      "mastodon.certificate.tls-certificate.names: not-granted (list)"
      "mastodon.host.host.memoryMiB: beyond-policy (8192)"
      "mastodon.media.s3-bucket.quotaMiB: beyond-policy (102400)"
      "peertube.certificate.tls-certificate.names: not-granted (list)"
      "peertube.mail.mail-relay.from: not-below (post@video.example.org)"
      "peertube.videos.s3-bucket.quotaMiB: beyond-policy (102400)"
      "pixelfed.certificate.tls-certificate.names: not-granted (list)"
      "pixelfed.mail.mail-relay.from: not-below (post@photos.example.org)"
      "pixelfed.media.s3-bucket.quotaMiB: beyond-policy (102400)"
    ];
  }
  {
    name = "what was left open is decided by the policy";
    expr = [
      granted.peertube.originals.request.quotaMiB
      granted.peertube.videos.request.quotaMiB
      granted.mastodon.name.request.ttlSeconds
    ];
    expected = [
      204800
      102400
      300
    ];
  }
  {
    name = "what isn't offered stays as it was asked for";
    expr = (together.mastodon.granted { }).name.request.ttlSeconds;
    expected = null;
  }
  {
    name = "names wait for host and bucket, certificates for names";
    expr = together.pixelfed.order;
    expected = [
      "appKey"
      "database"
      "host"
      "mail"
      "media"
      "oauth"
      "queues"
      "mediaName"
      "name"
      "certificate"
    ];
  }
  {
    name = "a certificate's names come from the names that were chosen";
    expr = (together.mastodon.resolved { name.name = "social.example.org"; }).certificate.request.names;
    expected = [ "social.example.org" ];
  }
  {
    name = "together on one host, or on one each with storage apart: cores, memory, disk";
    expr = map sizes [
      "all-in-one"
      "one-each"
    ];
    expected = [
      {
        town = [
          7
          17408
          645120
        ];
      }
      {
        town-mastodon = [
          2
          8192
          40960
        ];
        town-peertube = [
          2
          4096
          61440
        ];
        town-pixelfed = [
          2
          4096
          20480
        ];
        town-storage = [
          1
          1024
          522240
        ];
      }
    ];
  }
  {
    name = "all three share one host without a clash";
    expr = map (layout: lines ((spread layout).findings policies.host)) [
      "all-in-one"
      "one-each"
    ];
    expected = [
      [ ]
      [ ]
    ];
  }
]
