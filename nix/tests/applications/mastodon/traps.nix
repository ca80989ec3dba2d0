/**
  What must hold whatever the options are.
*/
let
  inherit (builtins)
    all
    any
    attrNames
    attrValues
    concatStringsSep
    elem
    filter
    genList
    isString
    length
    mapAttrs
    match
    ;
  inherit (import ./made.nix) make;
  cases = import ./cases.nix;
  made = mapAttrs (_: make) cases // {
    plain = make { };
  };
  failing = holds: filter (name: !holds made.${name}.configuration) (attrNames made);

  # With "notifications@" before it, the longest that is an address.
  long =
    concatStringsSep "." (genList (_: "a23456789012345678901234567890") 7) + ".a234567890123456789.org";
in
[
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
    name = "mastodon: its settings are applied in the environment of the module's own commands, but for where programs are";
    expr =
      (make {
        modules = [
          {
            systemd.services.mastodon-init-db.environment = {
              PATH = "/programs";
              RAILS_ENV = "production";
            };
          }
        ];
      }).configuration.systemd.services.mastodon-settings.environment;
    expected = {
      RAILS_ENV = "production";
    };
  }
  {
    name = "mastodon: what is typed freely is escaped for the shell that reads it, and quoted for YAML where it isn't plain";
    expr =
      map
        (
          { sender, user }:
          let
            it = make {
              options = {
                inherit sender;
                mail = {
                  server = "mail.example.org";
                  inherit user;
                  password.edition = 1;
                };
              };
            };
          in
          [
            it.configuration.services.mastodon.smtp.fromAddress
            it.typed
          ]
        )
        [
          {
            sender = "post@example.org";
            user = "town+mail@example.org";
          }
          {
            sender = "`reboot`$HOME@example.org";
            user = ''!ruby/object:Kernel "$(id)" \ é'';
          }
          {
            sender = "1&1@example.org";
            user = "12345";
          }
        ];
    expected = [
      [
        "post@example.org"
        ''
          AWS_ACCESS_KEY_ID="GK0123456789abcdef01234567"
          SMTP_FROM_ADDRESS="post@example.org"
          SMTP_LOGIN="town+mail@example.org"
        ''
      ]
      [
        "\\`reboot\\`\\$HOME@example.org"
        ''
          AWS_ACCESS_KEY_ID="GK0123456789abcdef01234567"
          SMTP_FROM_ADDRESS="\"\`reboot\`\$HOME@example.org\""
          SMTP_LOGIN="\"!ruby/object:Kernel \\\"\$(id)\\\" \\\\ é\""
        ''
      ]
      [
        "1&1@example.org"
        ''
          AWS_ACCESS_KEY_ID="GK0123456789abcdef01234567"
          SMTP_FROM_ADDRESS="1&1@example.org"
          SMTP_LOGIN="\"12345\""
        ''
      ]
    ];
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
]
