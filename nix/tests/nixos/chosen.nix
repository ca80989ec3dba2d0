/**
  What is chosen for requirements on hosts.
*/
let
  evaluate = import ./evaluate.nix;
  results = arguments: (evaluate arguments).configuration.results;
  photos.photos.domain = "photos.example.org";
  zone =
    domains:
    (results {
      applications = photos;
      policies.dns-name = { inherit domains; };
    }).photos.name.zone;
  choose =
    type: request: extra:
    import ../../nixos/chosen.nix (
      {
        deployment.id = "x";
        settings.storage = null;
        policies = {
          secret-file.directory = "/s";
          dns-name.domains = [ ];
          static-site.base = null;
          ${type} = { };
        };
        application = "notes";
        requirement = "it";
        asked = { };
        host = "town";
        hosts = { };
        allocated = _: { };
        inherit type request;
      }
      // extra
    );
in
[
  {
    name = "chosen: the zone of a name is the longest that it is in";
    expr = map zone [
      [ ]
      [ "other.org" ]
      [ "ample.org" ]
      [
        "example.org"
        "other.org"
      ]
      [
        "example.org"
        "photos.example.org"
      ]
    ];
    expected = [
      null
      null
      null
      "example.org"
      "photos.example.org"
    ];
  }
  {
    name = "chosen: a host has the addresses that were allocated for it, or else that of its machine, if any were";
    expr =
      let
        pooled = host: {
          ipv4 = "192.0.2.1";
          ipv6 = "2001:db8::${host}";
        };
        at = address: {
          inherit address;
          port = 2222;
        };
      in
      map (extra: choose "host" { } extra) [
        { }
        { allocated = pooled; }
        { machine = at "198.51.100.7"; }
        { machine = at "2001:db8::7"; }
        { machine = at "oak.example.org"; }
        {
          allocated = pooled;
          machine = at "198.51.100.7";
        }
      ];
    expected =
      let
        host = sshPort: ipv4: ipv6: {
          name = "town";
          inherit sshPort ipv4 ipv6;
        };
      in
      [
        (host 22 null null)
        (host 22 "192.0.2.1" "2001:db8::town")
        (host 2222 "198.51.100.7" null)
        (host 2222 null "2001:db8::7")
        (host 2222 null null)
        (host 2222 "192.0.2.1" "2001:db8::town")
      ];
  }
  {
    name = "chosen: sites are below localhost, or below the provider's domain, encrypted";
    expr = map (policies: choose "static-site" { name = "town"; } { inherit policies; }) [
      {
        secret-file.directory = "/s";
        static-site.base = null;
      }
      {
        secret-file.directory = "/s";
        static-site.base = "sites.example";
      }
    ];
    expected = [
      {
        host = "town.localhost";
        address = "http://town.localhost";
      }
      {
        host = "town.sites.example";
        address = "https://town.sites.example";
      }
    ];
  }
  {
    name = "chosen: a shell is its application's";
    expr = choose "login-shell" { } { };
    expected.user = "notes";
  }
  {
    name = "chosen: a key's id is another one in another deployment, for another application or requirement";
    expr =
      let
        bucket = {
          name = "media";
          website = false;
          alias = null;
          keyOf = null;
        };
        id = extra: (choose "s3-bucket" bucket extra).accessKeyId;
      in
      [
        (id { })
        (id { } == id { deployment.id = "y"; })
        (id { } == id { application = "photos"; })
        (id { } == id { requirement = "other"; })
        (id { } == id { host = "other"; })
      ];
    expected = [
      "GK964dbac8206a6542d98b4bcf"
      false
      false
      false
      true
    ];
  }
]
