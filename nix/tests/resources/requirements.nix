/**
  The requirements of one application, judged together: pointers, policies and their order.
*/
let
  inherit (builtins) mapAttrs;
  inherit (import ./judged.nix) lines resources;

  # As an application module gives them: `{ <requirement>.<type> = request; }`.
  together =
    requirements:
    import ../../resources/requirements.nix resources (
      mapAttrs (
        _: requirement:
        let
          type = builtins.head (builtins.attrNames requirement);
        in
        {
          inherit type;
          request = resources.${type}.request.complete requirement.${type};
        }
      ) requirements
    );
  found =
    requirements:
    lines (
      (together requirements).findings [ "social" ] (
        mapAttrs (_: type: type.policy.complete { }) resources
      )
    );

  pointer = resultOf: field: { inherit resultOf field; };
  host.host = {
    name = "social";
    cores = 2;
    memoryMiB = 4096;
    diskMiB = 20480;
  };
  leadsTo = target: {
    dns-name = {
      name = "social.example.org";
      ipv4 = [ target ];
    };
  };
  aliasOf = name: target: {
    dns-name = {
      inherit name;
      alias = target;
    };
  };
  mastodon = {
    inherit host;
    name = leadsTo (pointer "host" "ipv4");
    media.s3-bucket = {
      name = "social-media";
      website = true;
      alias = "media.example.org";
    };
    mediaName = aliasOf "media.example.org" (pointer "media" "webHost");
    database.postgresql = {
      database = "mastodon";
      user = "mastodon";
    };
    queues.redis = { };
    mail.mail-relay.from = "post@social.example.org";
  };
  results = {
    host = {
      name = "social";
      ipv4 = "203.0.113.7";
    };
    media.webHost = "web.example.net";
  };
in
[
  {
    name = "Mastodon's requirements fit together, in an order that works";
    expr = [
      (found mastodon)
      (together mastodon).order
    ];
    expected = [
      [ ]
      [
        "database"
        "host"
        "mail"
        "media"
        "queues"
        "mediaName"
        "name"
      ]
    ];
  }
  {
    name = "pointers come to what the results hold, and stay null until then";
    expr =
      map
        (
          results:
          let
            resolved = (together mastodon).resolved results;
          in
          [
            resolved.name.request.ipv4
            resolved.mediaName.request.alias
            resolved.media.request.alias
          ]
        )
        [
          results
          { }
        ];
    expected = [
      [
        [ "203.0.113.7" ]
        "web.example.net"
        "media.example.org"
      ]
      [
        [ null ]
        null
        "media.example.org"
      ]
    ];
  }
  {
    name = "a pointer to nothing is refused, with its path";
    expr = map (target: found (mastodon // { name = leadsTo target; })) [
      (pointer "machine" "ipv4")
      (pointer "host" "address")
      (pointer "host" "ipv6")
      (pointer "host" "name")
      (pointer "database" "server")
    ];
    expected = [
      [ "social.name.dns-name.ipv4.0: dangling (machine.ipv4)" ]
      [ "social.name.dns-name.ipv4.0: dangling (host.address)" ]
      [ "social.name.dns-name.ipv4.0: wrong-kind (host.ipv6)" ]
      [ "social.name.dns-name.ipv4.0: wrong-kind (host.name)" ]
      [ "social.name.dns-name.ipv4.0: wrong-kind (database.server)" ]
    ];
  }
  {
    name = "a bucket shares the key of a bucket that has one";
    expr =
      let
        sharing = keyOf: {
          inherit host;
          media.s3-bucket.name = "media";
          private.s3-bucket = {
            name = "private";
            inherit keyOf;
          };
        };
      in
      map (keyOf: found (sharing keyOf)) [
        "media"
        "private"
        "host"
        "nothing"
      ];
    expected = [
      [ ]
      [ "social.private.s3-bucket.keyOf: dangling (private)" ]
      [ "social.private.s3-bucket.keyOf: dangling (host)" ]
      [ "social.private.s3-bucket.keyOf: dangling (nothing)" ]
    ];
  }
  {
    name = "results that wait for each other are refused, and whoever waits for them";
    expr = found {
      inherit host;
      one = aliasOf "one.example.org" (pointer "two" "name");
      two = aliasOf "two.example.org" (pointer "one" "name");
      three = aliasOf "three.example.org" (pointer "two" "name");
    };
    expected = [
      "social.one.dns-name: circular (one)"
      "social.three.dns-name: circular (three)"
      "social.two.dns-name: circular (two)"
    ];
  }
  {
    name = "a configuration can't wait for what is observed";
    expr =
      let
        # A type made for this, since no request of today needs such a field early.
        inherit (import ../../contract) types;
        values = import ../../resources/values { inherit types; };
        odd = resources // {
          odd = resources.login-shell // {
            request = types.group [
              {
                name = "key";
                type = values.pointer {
                  of = types.text { max = 1000; };
                };
              }
            ];
          };
        };
        judged = import ../../resources/requirements.nix odd {
          host = {
            type = "host";
            request = host.host;
          };
          thing = {
            type = "odd";
            request.key = pointer "host" "hostKey";
          };
        };
      in
      lines (judged.findings [ "social" ] { });
    expected = [ "social.thing.odd.key: not-chosen (host.hostKey)" ];
  }
  {
    name = "policies of types that aren't offered refuse nothing: those requirements are unmet";
    expr = (together mastodon).findings [ "social" ] { };
    expected = [ ];
  }
  {
    name = "what policies refuse is found for every requirement";
    expr = lines (
      (together mastodon).findings [ "social" ] {
        host = resources.host.policy.complete { cores = 1; };
        postgresql = resources.postgresql.policy.complete { version = 13; };
      }
    );
    expected = [
      "social.database.postgresql.atLeastVersion: beyond-policy (14)"
      "social.host.host.cores: beyond-policy (2)"
    ];
  }
]
