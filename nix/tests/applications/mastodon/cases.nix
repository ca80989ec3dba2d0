/**
  Options to change, and results that are of another shape: `{ <case> = { options?, results? }; }`. What each makes
  different stands in golden.json. Each option is changed at least once.
*/
let
  of = options: { inherit options; };
  given = results: { inherit results; };
  apart = domainServed: {
    domain = "example.org";
    webDomain = "social.example.org";
    inherit domainServed;
  };
  server = {
    server = "mail.example.org";
    port = 2525;
    security = "tls";
  };
  account = edition: {
    user = "town@example.org";
    password = { inherit edition; };
  };
in
{
  "another domain" = of { domain = "talk.example.net"; };
  "pages elsewhere, website at the accounts' domain" = of (apart "elsewhere");
  "pages elsewhere, Mastodon at the accounts' domain" = of (apart "here");
  "one further domain" = of { alternateDomains = [ "example.net" ]; };
  "three further domains, one with a meaning already" = of (
    apart "here"
    // {
      alternateDomains = [
        "example.net"
        "social.example.org"
        "example.com"
      ];
    }
  );
  "three further domains" = of {
    alternateDomains = [
      "example.com"
      "example.info"
      "example.net"
    ];
  };

  "title" = of { title = ''O'Hara & "friends" ''${HOME} $(id)''; };
  "description" = of { description = "Everybody is welcome."; };
  "contact" = of { contactEmail = "hello@example.org"; };
  "administrator" = of {
    administrator = {
      name = "maria-magdalena-von-der-langen-strasse";
      email = "-m@example.org";
    };
  };

  "open" = of { registration = "open"; };
  "open, whoever is there" = of {
    registration = "open";
    staysOpen = true;
  };
  "closed" = of { registration = "closed"; };
  "one person" = of {
    registration = "closed";
    onePerson = true;
  };
  "no reason" = of { requireReason = false; };
  "members of a school" = of {
    emailDomains = [
      "school.example"
      "pupils.school.example"
    ];
  };

  "language" = of { language = "de"; };
  "one language" = of { forceLanguage = true; };
  "signed" = of { federation = "signed"; };
  "limited" = of { federation = "limited"; };
  "no guests" = of { guestsRead = false; };

  "media on the host" = of { mediaStorage = "host"; };
  "media on the host for a week" = of {
    mediaStorage = "host";
    mediaSpace = 2147483648;
    remoteMediaDays = 7;
  };
  "media on the host for ever" = of {
    mediaStorage = "host";
    remoteMediaDays = null;
  };
  "media domain" = of { mediaDomain = "files.example.org"; };
  "room for media" = of { mediaSpace = 4294967296; };
  "media for a week" = of { remoteMediaDays = 7; };
  "media for ever" = of { remoteMediaDays = null; };
  "addresses for a week" = of { addressDays = 7; };

  "sender" = of { sender = "post@example.org"; };
  "fewer messages" = of { messagesADay = 12; };
  "own mail server" = of { mail = server; };
  "own mail server with an account" = of { mail = server // account 1; };
  "own mail server with a new password and another way" = of {
    mail = account 2 // {
      server = "post.example.net";
      port = 587;
      security = "starttls";
    };
    sender = "post@example.org";
  };

  "cores" = of { cores = 3; };
  "memory" = of { memory = 3221225472; };
  "disk" = of { disk = 32212254720; };
  "web processes" = of { webProcesses = 3; };
  "web threads" = of { webThreads = 7; };
  "job processes" = of { jobProcesses = 3; };
  "job threads" = of { jobThreads = 9; };
  "streaming processes" = of { streamingProcesses = 2; };
  "queues" = of { queuesMemory = 103809024; };

  "database on another host" = given {
    database = {
      socket = null;
      server = "db.example.net";
      port = 5433;
      passwordFile = "/secrets/database-password";
    };
  };
  "database behind another socket" = given { database.socket = "/run/other"; };
  "database of another name" = given {
    database = {
      database = "town";
      passwordFile = "/secrets/database-password";
    };
  };
  "user of another name" = given { database.user = "town"; };
  "queues on another host" = given {
    queues = {
      socket = null;
      server = "queues.example.net";
      port = 6380;
      database = 3;
      passwordFile = "/secrets/queues-password";
    };
  };
  "queues beside it, over the network" = given {
    queues = {
      socket = null;
      server = "127.0.0.1";
    };
  };
  "queues beside it, over the network of today" = given {
    queues = {
      socket = null;
      server = "::1";
    };
  };
  "relay with STARTTLS" = given {
    mail = {
      port = 587;
      security = "starttls";
    };
  };
  "relay on the host itself" = given {
    mail = {
      server = "localhost";
      port = 25;
      security = "none";
      user = null;
      passwordFile = null;
    };
  };
  "other secrets" = given {
    secretKeyBase.path = "/other/secret-key-base";
    primaryKey.path = "/other/primary-key";
    deterministicKey.path = "/other/deterministic-key";
    keyDerivationSalt.path = "/other/key-derivation-salt";
    vapid = {
      path = "/other/vapid";
      publicPath = "/other/vapid.pub";
    };
  };
  "another bucket" = given {
    media = {
      bucket = "other";
      endpoint = "http://localhost:3900";
      region = "elsewhere";
      accessKeyId = "GKother0";
      secretKeyFile = "/other/media-key";
    };
  };
}
