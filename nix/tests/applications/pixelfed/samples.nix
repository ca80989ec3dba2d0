/**
  Pixelfed with few options and with many, and results as they are chosen on a host and elsewhere.
*/
let
  inherit (import ../../../contract) types;
  module = import ../../../applications/pixelfed { inherit types; };
  application = import ../../../contract/application.nix { inherit types; } module;
  evaluate = import ../../nixpkgs/nixos/lib/eval-config.nix;

  given = {
    domain = "photos.example.org";
    name = "Photos of Weidenau";
    administrator = {
      user = "anna";
      email = "anna@example.org";
    };
  };
  options = changed: application.options.complete (given // changed);

  pkgs = import ../../nixpkgs { system = "x86_64-linux"; };
  evaluated =
    changed: resources:
    evaluate {
      system = "x86_64-linux";
      modules = [
        (module.nixos {
          inherit resources;
          options = options changed;
        })
      ];
    };

  secret = name: {
    path = "/var/lib/fediversity/secrets/photos/${name}";
    publicPath = null;
  };
  onHost = {
    host = {
      name = "photos";
      sshPort = 22;
      ipv4 = "192.0.2.7";
      ipv6 = null;
    };
    name = {
      name = "photos.example.org";
      zone = "example.org";
    };
    certificate = {
      certificateFile = "/var/lib/acme/photos.example.org/fullchain.pem";
      keyFile = "/var/lib/acme/photos.example.org/key.pem";
    };
    database = {
      database = "pixelfed";
      user = "pixelfed";
      version = 1104;
      socket = "/run/mysqld/mysqld.sock";
      server = "localhost";
      port = 3306;
      passwordFile = null;
    };
    queues = {
      socket = "/run/redis-photos/redis.sock";
      server = "localhost";
      port = 6379;
      passwordFile = null;
      database = 0;
    };
    mail = {
      server = "relay.example.net";
      port = 587;
      security = "starttls";
      user = null;
      passwordFile = null;
      from = "pixelfed@photos.example.org";
      spfInclude = null;
    };
    mailPassword = null;
    media = null;
    mediaName = null;
    appKey = secret "app-key";
    oauth = secret "oauth" // {
      publicPath = "/var/lib/fediversity/secrets/photos/oauth.pub";
    };
    adminPassword = secret "admin-password";
  };
in
{
  inherit
    application
    module
    onHost
    options
    secret
    ;

  /**
    Findings of the options that are always there and `changed`.
  */
  check = changed: application.options.check [ ] (given // changed);

  requirements = changed: module.requirements (options changed);

  /**
    Every option another than its default, and what goes with each.
  */
  many = {
    description = "Pictures & <stories>\nof \"Weidenau\"";
    language = "de";
    contactEmail = "hello@example.org";
    registration = "approved";
    confirmEmail = false;
    mostPeople = 250;
    fileSize = 209715200;
    albumLength = 12;
    imageQuality = 91;
    videos = true;
    stories = true;
    accountSpace = null;
    storage = "bucket";
    mediaSpace = 53687091200;
    mail = {
      server = "smtp.example.org";
      security = "tls";
      user = "us#er";
      password.edition = 3;
    };
    sender = "photos@example.org";
    cores = 6;
    memory = 12884901888;
    disk = 64424509440;
    webProcesses = 64;
    workers = 18;
  };

  /**
    What is chosen where database, queues and storage are elsewhere.
  */
  elsewhere = onHost // {
    database = onHost.database // {
      database = "pictures";
      user = "painter";
      socket = null;
      server = "db.example.net";
      port = 3307;
      passwordFile = "/run/secrets/database";
    };
    queues = onHost.queues // {
      socket = null;
      server = "redis.example.net";
      port = 6380;
      passwordFile = "/run/secrets/queues";
      database = 4;
    };
    media = {
      bucket = "pixelfed-pictures";
      endpoint = "https://s3.example.net";
      region = "garage";
      accessKeyId = "GK31c2f218a2e44f485b94239e";
      secretKeyFile = "/run/secrets/media-key";
      publicAddress = "https://media.photos.example.org";
      webHost = "web.example.net";
    };
    mediaName = {
      name = "media.photos.example.org";
      zone = null;
    };
    mail = null;
    mailPassword = secret "mail-password";
  };

  /**
    What its NixOS module says, as it says it.
  */
  bare =
    module.nixos
      {
        resources = onHost;
        options = options { };
      }
      {
        inherit (pkgs) lib;
        inherit pkgs;
      };

  /**
    What stands in `.env`.
  */
  settings =
    changed: resources:
    let
      given = {
        inherit resources;
        options = options changed;
      };
    in
    import ../../../applications/pixelfed/nixos/settings.nix (
      given // { relay = types.parts.mail.relay given; }
    );

  /**
    What a system sets that has its NixOS module.
  */
  system = changed: resources: (evaluated changed resources).set;

  /**
    What assertions say that such a system doesn't meet.
  */
  failing =
    changed: resources:
    map (assertion: assertion.message) (
      builtins.filter (assertion: !assertion.assertion) (evaluated changed resources).config.assertions
    );
}
