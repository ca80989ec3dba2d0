let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  judge = judged "dns-name";
  social = {
    name = "social.example.org";
    ipv4 = [
      {
        resultOf = "host";
        field = "ipv4";
      }
    ];
  };
  media = {
    name = "media.example.org";
    alias = {
      resultOf = "media";
      field = "webHost";
    };
  };
in
[
  {
    name = "dns-name: Mastodon's name leads to its host, its media's to the storage";
    expr =
      map
        (request: [
          (judge { } request)
          (granted "dns-name" { ttlSeconds = 300; } request)
        ])
        [
          social
          media
        ];
    expected = [
      [
        [ ]
        (
          social
          // {
            ipv6 = [ ];
            alias = null;
            wildcard = false;
            ttlSeconds = 300;
          }
        )
      ]
      [
        [ ]
        (
          media
          // {
            ipv4 = [ ];
            ipv6 = [ ];
            wildcard = false;
            ttlSeconds = 300;
          }
        )
      ]
    ];
  }
  {
    name = "dns-name: what can't be a request";
    expr = map (judge { }) [
      { name = "social.example.org"; }
      (social // { alias = "other.example.org"; })
      (social // { name = "203.0.113.7"; })
      (social // { ipv4 = [ "social" ]; })
      (social // { ipv4 = [ { resultOf = "host"; } ]; })
      (
        social
        // {
          ipv4 = [
            {
              resultOf = "host";
              field = "ipv4";
              outPath = "/etc/shadow";
            }
          ];
        }
      )
      (social // { ttlSeconds = 1; })
    ];
    expected = [
      [ "mastodon.thing.dns-name.ipv4: leads-nowhere (null)" ]
      [ "mastodon.thing.dns-name.alias: alias-beside-address (other.example.org)" ]
      [ "mastodon.thing.dns-name.name: not-a-domain (203.0.113.7)" ]
      [ "mastodon.thing.dns-name.ipv4.0: not-an-ipv4-address (social)" ]
      [ "mastodon.thing.dns-name.ipv4.0.field: missing (null)" ]
      [ "mastodon.thing.dns-name.ipv4.0.outPath: unknown (/etc/shadow)" ]
      [ "mastodon.thing.dns-name.ttlSeconds: not-between (1)" ]
    ];
  }
  {
    name = "dns-name: outside the policy's domains, names are entered by hand or not at all";
    expr = map (policy: judge policy (social // { wildcard = true; })) [
      { }
      {
        byHand = false;
        domains = [ "example.org" ];
      }
      {
        byHand = false;
        domains = [ "social.example.org" ];
      }
      {
        byHand = false;
        domains = [
          "l.example.org"
          "ocial.example.org"
        ];
        wildcard = false;
      }
    ];
    expected = [
      [ ]
      [ ]
      [ ]
      [
        "mastodon.thing.dns-name.name: not-below (social.example.org)"
        "mastodon.thing.dns-name.wildcard: not-granted (true)"
      ]
    ];
  }
  {
    name = "dns-name: a result without a zone is a name that is entered by hand";
    expr = map (received "dns-name") [
      { name = "social.example.org"; }
      {
        name = "social.example.org";
        zone = "org";
      }
    ];
    expected = [
      [ ]
      [ "results.dns-name.zone: not-a-domain (org)" ]
    ];
  }
  {
    name = "dns-name: what any provider of it must show, and that there is no stale AAAA";
    expr = behaviour "dns-name" (social // { ipv4 = [ "203.0.113.7" ]; }) {
      name = "social.example.org";
    };
    expected = [
      {
        name = "leads there by A";
        try.resolve = {
          name = "social.example.org";
          type = "A";
        };
        see.records = [ "203.0.113.7" ];
      }
      {
        name = "has no AAAA";
        try.resolve = {
          name = "social.example.org";
          type = "AAAA";
        };
        see.records = [ ];
      }
      {
        name = "is the same when it is provisioned again";
        try.repeat = { };
        see.unchanged = true;
      }
      {
        name = "can be withdrawn";
        try.withdraw = { };
        see.withinSeconds = 60;
      }
      {
        name = "is gone";
        try.resolve = {
          name = "social.example.org";
          type = "A";
        };
        see.records = [ ];
      }
    ];
  }
  {
    name = "dns-name: an alias is tried as one, with the names below it";
    expr = map (step: step.try.resolve or null) (
      behaviour "dns-name" (
        media
        // {
          alias = "web.example.net";
          wildcard = true;
        }
      ) { name = "media.example.org"; }
    );
    expected = [
      {
        name = "media.example.org";
        type = "CNAME";
      }
      {
        name = "behaviour.media.example.org";
        type = "CNAME";
      }
      null
      null
      {
        name = "media.example.org";
        type = "CNAME";
      }
    ];
  }
]
