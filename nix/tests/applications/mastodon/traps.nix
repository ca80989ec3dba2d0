/**
  What must hold whatever the options are.
*/
let
  inherit (builtins)
    all
    any
    attrNames
    attrValues
    concatMap
    concatStringsSep
    elem
    filter
    genList
    isString
    length
    mapAttrs
    match
    ;
  inherit (import ./made.nix) application make;
  cases = import ./cases.nix;
  made = mapAttrs (_: make) cases // {
    plain = make { };
  };
  failing = holds: filter (name: !holds made.${name}.configuration) (attrNames made);

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

  # With "notifications@" before it, the longest that is an address.
  long =
    concatStringsSep "." (genList (_: "a23456789012345678901234567890") 7) + ".a234567890123456789.org";

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
    name = "mastodon: nixpkgs' assertion on the database holds, and a file is there where its script reads one";
    expr = failing (
      { services, ... }:
      let
        inherit (services.mastodon) database;
        isItsOwn = database.createLocally && database.host == "/run/postgresql";
      in
      if isItsOwn then
        database.user == "mastodon" && database.name == "mastodon"
      else
        database.host != "/run/postgresql" && isString database.passwordFile && database.port != null
    );
    expected = [ ];
  }
  {
    name = "mastodon: nixpkgs' assertion on Redis holds, and it makes no server";
    expr = failing (
      { services, ... }:
      let
        inherit (services.mastodon) redis;
      in
      !redis.createLocally && redis.host != "127.0.0.1" && redis.port != null
    );
    expected = [ ];
  }
  {
    name = "mastodon: exactly one job process takes the scheduler's queue";
    expr = failing (
      { services, ... }:
      length (
        filter (process: process.jobClasses == [ ] || elem "scheduler" process.jobClasses) (
          attrValues services.mastodon.sidekiqProcesses
        )
      ) == 1
    );
    expected = [ ];
  }
  {
    name = "mastodon: what nixpkgs has no default for is always set, and no mail server is made";
    expr = failing (
      { services, ... }:
      services.mastodon.streamingProcesses >= 1
      && services.mastodon.smtp.fromAddress != ""
      && !services.mastodon.smtp.createLocally
      && !(services.mastodon.smtp ? passwordFile)
    );
    expected = [ ];
  }
  {
    name = "mastodon: objects' rights are never touched, and the bucket's address is the operator's own";
    expr = failing (
      { services, ... }:
      let
        environment = services.mastodon.extraConfig;
      in
      !(environment ? S3_ENABLED)
      || (
        environment.S3_PERMISSION == ""
        && !(environment ? S3_OVERRIDE_PATH_STYLE)
        && environment.S3_ALIAS_HOST != environment.S3_BUCKET
      )
    );
    expected = [ ];
  }
  {
    name = "mastodon: each site has the one certificate, and never asks for one of its own";
    expr = failing (
      { services, ... }:
      let
        hosts = attrValues services.nginx.virtualHosts;
      in
      all (
        host: host.forceSSL && !host.enableACME && any (other: host.useACMEHost == other.serverName) hosts
      ) hosts
    );
    expected = [ ];
  }
  {
    name = "mastodon: every unit waits for its passwords, and stops with the target";
    expr = failing (
      { systemd, ... }:
      let
        working = filter (name: match "mastodon-(web|sidekiq-.*|streaming-.*|settings)" name != null) (
          attrNames systemd.services
        );
        waits = unit: elem "mastodon-credentials.service" (unit.requires or [ ]);
      in
      length working >= 4
      && all (name: systemd.services.${name}.partOf == [ "mastodon.target" ]) working
      && all (name: name == "mastodon-credentials" || waits systemd.services.${name}) (
        attrNames systemd.services
      )
    );
    expected = [ ];
  }
  {
    name = "mastodon: what it can't connect to is refused with a sentence";
    expr =
      map
        (
          queues:
          (make {
            results = { inherit queues; };
          }).failed
        )
        [
          { database = 3; }
          {
            socket = null;
            server = "2001:db8::1";
            passwordFile = "/secrets/queues-password";
          }
        ];
    expected = [
      [ "Mastodon can't choose a numbered database behind a socket of Redis." ]
      [ "Mastodon reaches Redis by a name or an IPv4 address, not by an IPv6 address." ]
    ];
  }
  {
    name = "mastodon: what an operator typed is a value in a file, whatever it looks like";
    expr =
      let
        script = made.title.configuration.systemd.services.mastodon-settings.script;
      in
      match ".*[.]rb (.*) /var/lib/mastodon/.*\n" script;
    expected = [
      ''{"registrations_mode":"approved","require_invite_text":true,"site_contact_email":"","site_short_description":"","site_title":"O'Hara & \"friends\" ''${HOME} $(id)"}''
    ];
  }
  {
    name = "mastodon: the longest domain does, everywhere";
    expr =
      let
        longest = make { options.domain = long; };
      in
      [
        (builtins.stringLength long)
        longest.findings
        longest.failed
        (builtins.stringLength longest.operation.checks.identity.contains)
      ];
    expected = [
      240
      [ ]
      [ ]
      200
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
