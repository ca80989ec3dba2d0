/**
  Several applications in each layout.
*/
let
  inherit (builtins) mapAttrs;
  inherit (import ../resources/judged.nix) lines resources;
  layouts = import ../../layouts;

  complete = mapAttrs (
    _:
    mapAttrs (
      _: requirement:
      let
        type = builtins.head (builtins.attrNames requirement);
      in
      {
        inherit type;
        request = resources.${type}.request.complete requirement.${type};
      }
    )
  );
  spread =
    layout: applications: elsewhere:
    import ../../layouts/hosts.nix resources layouts.${layout} {
      name = "town";
      applications = complete applications;
      inherit elsewhere;
    };

  host = cores: memoryMiB: diskMiB: {
    host = {
      name = "ignored";
      inherit cores memoryMiB diskMiB;
    };
  };
  leads = domain: {
    dns-name = {
      name = domain;
      ipv4 = [
        {
          resultOf = "host";
          field = "ipv4";
        }
      ];
    };
  };
  postgresql = name: {
    postgresql = {
      database = name;
      user = name;
    };
  };
  public = name: quotaMiB: {
    s3-bucket = {
      inherit name quotaMiB;
      website = true;
      alias = "${name}.example.org";
    };
  };

  social = {
    host = host 2 4096 20480;
    name = leads "social.example.org";
    database = postgresql "mastodon";
    media = public "social-media" 20480;
  };
  video = {
    host = host 2 4096 40960;
    name = leads "video.example.org";
    database = postgresql "peertube";
    videos = public "video-files" null;
  };
  both = { inherit social video; };

  sizes = hosts: mapAttrs (_: host: removeAttrs host.request [ "name" ]) hosts;
  intel = {
    architecture = "x86_64-linux";
    ipv4 = true;
    ipv6 = false;
  };
  judge = policy: spread: lines (spread.findings (resources.host.policy.complete policy));
in
[
  {
    name = "all-in-one: one host is as large as all, with their buckets";
    expr = sizes (spread "all-in-one" both [ ]).hosts;
    expected.town = intel // {
      cores = 5;
      memoryMiB = 9216;
      diskMiB = 143360;
    };
  }
  {
    name = "one each: every application has its host, and storage has one";
    expr = sizes (spread "one-each" both [ ]).hosts;
    expected = {
      town-social = intel // {
        cores = 2;
        memoryMiB = 4096;
        diskMiB = 20480;
      };
      town-storage = intel // {
        cores = 1;
        memoryMiB = 1024;
        diskMiB = 81920;
      };
      town-video = intel // {
        cores = 2;
        memoryMiB = 4096;
        diskMiB = 40960;
      };
    };
  }
  {
    name = "every requirement has its place; names and mail are on no host";
    expr = [
      (spread "one-each" both [ ]).places.social
      (spread "all-in-one" both [ ]).places.social
      (spread "one-each" both [ ]).hosts.town-storage.holds
    ];
    expected = [
      {
        host = "town-social";
        database = "town-social";
        media = "town-storage";
        name = null;
      }
      {
        host = "town";
        database = "town";
        media = "town";
        name = null;
      }
      [
        {
          application = "social";
          requirement = "media";
        }
        {
          application = "video";
          requirement = "videos";
        }
      ]
    ];
  }
  {
    name = "an environment with storage of its own needs no host for it";
    expr = map (layout: sizes (spread layout both [ "s3-bucket" ]).hosts) [
      "all-in-one"
      "one-each"
    ];
    expected = [
      {
        town = intel // {
          cores = 4;
          memoryMiB = 8192;
          diskMiB = 61440;
        };
      }
      {
        town-social = intel // {
          cores = 2;
          memoryMiB = 4096;
          diskMiB = 20480;
        };
        town-video = intel // {
          cores = 2;
          memoryMiB = 4096;
          diskMiB = 40960;
        };
      }
    ];
  }
  {
    name = "a site alone needs the smallest host, and nothing needs none";
    expr = map (applications: sizes (spread "one-each" applications [ ]).hosts) [
      { home.site.static-site.name = "home"; }
      { }
      { home.name = leads "example.org"; }
    ];
    expected = [
      {
        town-home = intel // {
          cores = 1;
          memoryMiB = 1024;
          diskMiB = 10240;
        };
      }
      { }
      { }
    ];
  }
  {
    name = "both fit together in either layout";
    expr = map (layout: judge { } (spread layout both [ ])) [
      "all-in-one"
      "one-each"
    ];
    expected = [
      [ ]
      [ ]
    ];
  }
  {
    name = "two of the same kind share no database, name or bucket; apart they may have equal databases";
    expr =
      map
        (
          layout:
          judge { } (
            spread layout {
              inherit social;
              twin = social;
            } [ ]
          )
        )
        [
          "all-in-one"
          "one-each"
        ];
    expected = [
      [
        "twin.name.dns-name.name: taken (social.example.org)"
        "twin.database.postgresql.database: taken (mastodon)"
        "twin.media.s3-bucket.name: taken (social-media)"
        "twin.media.s3-bucket.alias: taken (social-media.example.org)"
      ]
      [
        "twin.name.dns-name.name: taken (social.example.org)"
        "twin.media.s3-bucket.name: taken (social-media)"
        "twin.media.s3-bucket.alias: taken (social-media.example.org)"
      ]
    ];
  }
  {
    name = "different processors share no host";
    expr =
      let
        other = social // {
          host.host = social.host.host // {
            architecture = "aarch64-linux";
          };
        };
        applications = {
          inherit video;
          other = removeAttrs other [ "name" ];
        };
        policy.architectures = [
          "x86_64-linux"
          "aarch64-linux"
        ];
      in
      map (layout: judge policy (spread layout applications [ ])) [
        "all-in-one"
        "one-each"
      ];
    expected = [
      [ "video.host.host.architecture: not-shared (x86_64-linux)" ]
      [ ]
    ];
  }
  {
    name = "what is too large together may fit apart";
    expr = map (layout: judge { cores = 4; } (spread layout both [ ])) [
      "all-in-one"
      "one-each"
    ];
    expected = [
      [ "hosts.town.cores: beyond-policy (5)" ]
      [ ]
    ];
  }
  {
    name = "a host's name must be a label, and an application called storage can't have storage's host";
    expr =
      map (name: judge { } (spread "one-each" { ${name} = { inherit (social) host media; }; } [ ]))
        [
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
          "storage"
        ];
    expected = [
      [
        "hosts.town-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.name: not-a-label (town-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)"
      ]
      [ "storage: taken (town-storage)" ]
    ];
  }
]
