/**
  What Mastodon's module declares: names, sizes, what is for good, and what it refuses.
*/
let
  inherit (builtins)
    attrNames
    concatStringsSep
    filter
    match
    ;
  inherit (import ./made.nix) application;

  completed = application.options.complete;
  required = {
    domain = "social.example.org";
    title = "Weidenau Social";
    administrator = {
      name = "anna";
      email = "anna@example.org";
    };
  };
  check =
    options:
    map (finding: "${concatStringsSep "." finding.path}: ${finding.code}") (
      application.options.check [ ] (required // options)
    );

  sizes = application.described.sizes;
  sized = map (size: completed (required // size.options)) sizes;
in
[
  {
    name = "mastodon: names and types of requirements are known before the options";
    expr = [
      application.names
      application.described.needs
      application.described.mayNeed
    ];
    expected = [
      [
        "alternateName1"
        "alternateName2"
        "alternateName3"
        "certificate"
        "database"
        "deterministicKey"
        "host"
        "keyDerivationSalt"
        "mail"
        "mailPassword"
        "media"
        "mediaName"
        "name"
        "primaryKey"
        "queues"
        "secretKeyBase"
        "vapid"
        "webName"
      ]
      [
        "host"
        "postgresql"
        "redis"
        "secret-file"
        "tls-certificate"
      ]
      [
        "dns-name"
        "mail-relay"
        "s3-bucket"
      ]
    ];
  }
  {
    name = "mastodon: it declares nothing wrong";
    expr = application.faults;
    expected = [ ];
  }
  {
    name = "mastodon: what is identity can't be changed later, and says so in both languages";
    expr =
      let
        inherit (application.options.form) options order;
        immutable = filter (name: options.${name}.immutable) order;
        says =
          name: language: text:
          match ".*${text}.*" options.${name}.help.${language} != null;
      in
      [
        immutable
        (filter (
          name: !(says name "en" "can't be changed" && says name "de" "später nicht geändert")
        ) immutable)
      ];
    expected = [
      [
        "domain"
        "webDomain"
        "administrator"
        "mediaStorage"
        "mediaDomain"
      ]
      [ ]
    ];
  }
  {
    name = "mastodon: lists call it by its title";
    expr = filter (name: application.options.form.options.${name}.title) application.options.form.order;
    expected = [ "title" ];
  }
  {
    name = "mastodon: sizes preset the same options, and the defaults are those of 100 people";
    expr = [
      (map (size: size.people) sizes)
      (map (size: attrNames size.options == attrNames (builtins.head sizes).options) sizes)
      (builtins.elemAt sized 1 == completed required)
    ];
    expected = [
      [
        20
        100
        1000
        5000
      ]
      [
        true
        true
        true
        true
      ]
      true
    ];
  }
  {
    name = "mastodon: cores, memory, disk, connections, queues, media and mail of each size";
    expr = map (
      options:
      let
        asked = application.requirements options;
        of = name: asked.${name}.request;
      in
      [
        (of "host").cores
        (of "host").memoryMiB
        (of "host").diskMiB
        (of "database").connections
        (of "queues").memoryMiB
        (of "media").quotaMiB
        (of "mail").messagesADay
      ]
    ) sized;
    expected = [
      [
        2
        4096
        20480
        40
        128
        51200
        500
      ]
      [
        4
        8192
        40960
        55
        256
        102400
        1000
      ]
      [
        8
        16384
        102400
        100
        1024
        512000
        10000
      ]
      [
        16
        32768
        307200
        190
        4096
        2097152
        50000
      ]
    ];
  }
  {
    name = "mastodon: what is missing or doesn't go together is told";
    expr = map check [
      { webDomain = "pages.example.org"; }
      { mediaDomain = "social.example.org"; }
      {
        webDomain = "social.example.org";
        domainServed = "here";
      }
      {
        mail = {
          server = "mail.example.org";
          user = "town";
        };
      }
      {
        alternateDomains = [
          "a.example"
          "b.example"
          "c.example"
          "d.example"
        ];
      }
      { language = "tlh"; }
      {
        administrator = {
          name = "Anna Müller";
          email = "anna";
        };
      }
      { mediaStorage = "tape"; }
      { streamingProcesses = 0; }
    ];
    expected = [
      [ "domainServed: missing" ]
      [ "mediaDomain: not-different" ]
      [ "webDomain: not-different" ]
      [ "mail.password: not-together" ]
      [ "alternateDomains: too-many" ]
      [ "language: not-a-choice" ]
      [
        "administrator.email: not-an-email"
        "administrator.name: not-a-label"
      ]
      [
        "mediaStorage: not-a-choice"
      ]
      [ "streamingProcesses: not-between" ]
    ];
  }
]
