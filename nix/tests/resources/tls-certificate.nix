let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  judge = judged "tls-certificate";
  accepted.termsAccepted = true;
  social.names = [
    {
      resultOf = "name";
      field = "name";
    }
    "media.example.org"
  ];
in
[
  {
    name = "tls-certificate: names may be given or pointed to";
    expr = [
      (judge accepted social)
      (granted "tls-certificate" accepted social)
    ];
    expected = [
      [ ]
      (social // { wildcard = false; })
    ];
  }
  {
    name = "tls-certificate: what can't be a request";
    expr = map (judge accepted) [
      { names = [ ]; }
      { names = [ "*.example.org" ]; }
      {
        names = [
          "a.example.org"
          "a.example.org"
        ];
      }
    ];
    expected = [
      [ "mastodon.thing.tls-certificate.names: too-few (list)" ]
      [ "mastodon.thing.tls-certificate.names.0: not-a-domain (*.example.org)" ]
      [ "mastodon.thing.tls-certificate.names.1: duplicate (a.example.org)" ]
    ];
  }
  {
    name = "tls-certificate: nothing is issued before the issuer's terms are accepted, no wildcard without a proof in DNS";
    expr = map (policy: judge policy (social // { wildcard = true; })) [
      { }
      (
        accepted
        // {
          proof = "dns-01";
          wildcard = true;
        }
      )
      (accepted // { wildcard = true; })
    ];
    expected = [
      [
        "mastodon.thing.tls-certificate.names: not-granted (list)"
        "mastodon.thing.tls-certificate.wildcard: not-granted (true)"
      ]
      [ ]
      [ "policies.tls-certificate.wildcard: needs-dns-proof (true)" ]
    ];
  }
  {
    name = "tls-certificate: a result is two files outside the store";
    expr = map (received "tls-certificate") [
      {
        certificateFile = "/var/lib/acme/social.example.org/fullchain.pem";
        keyFile = "/var/lib/acme/social.example.org/key.pem";
      }
      {
        certificateFile = "/var/lib/acme/social.example.org/fullchain.pem";
        keyFile = "/nix/store/key.pem";
        expires = "2027-02-20T02:00:00Z";
      }
    ];
    expected = [
      [ ]
      [
        "results.tls-certificate.expires: unknown (2027-02-20T02:00:00Z)"
        "results.tls-certificate.keyFile: in-the-store (/nix/store/key.pem)"
      ]
    ];
  }
  {
    name = "tls-certificate: each name must be trusted";
    expr = map (step: step.name) (
      behaviour "tls-certificate" {
        names = [
          "a.example.org"
          "b.example.org"
        ];
      } { keyFile = "/var/lib/acme/a.example.org/key.pem"; }
    );
    expected = [
      "is trusted for a.example.org"
      "is trusted for b.example.org"
      "keeps its key from other users"
      "is the same when it is provisioned again"
    ];
  }
]
