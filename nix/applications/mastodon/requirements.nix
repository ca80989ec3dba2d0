/**
  What Mastodon needs, from its completed options. Names and types never depend on them.

  The certificate has the names that lead to this host. That of the media is not among them: it leads to the storage,
  which may be another host, and is served there with a certificate of its own.
*/
options:
let
  inherit (builtins) elemAt length;
  inherit (import ./names.nix options) alternates;
  inherit (import ./workers.nix options) connections;

  pointer = resultOf: field: { inherit resultOf field; };
  here = name: {
    inherit name;
    ipv4 = [ (pointer "host" "ipv4") ];
  };

  inBucket = options.mediaStorage == "bucket";
  alternate = i: if length alternates > i then here (elemAt alternates i) else null;

  # What leads to this host. The first one that is needed names the certificate, so it is where people go.
  leading = {
    webName = if options.webDomain == null then null else here options.webDomain;
    name =
      if options.webDomain != null && options.domainServed == "elsewhere" then
        null
      else
        here options.domain;
    alternateName1 = alternate 0;
    alternateName2 = alternate 1;
    alternateName3 = alternate 2;
  };
  needed = builtins.filter (name: leading.${name} != null) [
    "webName"
    "name"
    "alternateName1"
    "alternateName2"
    "alternateName3"
  ];

  lasting = name: generator: {
    secret-file = {
      inherit name generator;
      owner = "mastodon";
      lasting = true;
    };
  };
in
{
  host.host = {
    name = "mastodon";
    inherit (options) cores memoryMiB;
    diskMiB = options.diskMiB + (if inBucket then 0 else options.mediaMiB);
  };

  name.dns-name = leading.name;
  webName.dns-name = leading.webName;
  alternateName1.dns-name = leading.alternateName1;
  alternateName2.dns-name = leading.alternateName2;
  alternateName3.dns-name = leading.alternateName3;
  certificate.tls-certificate.names = map (name: pointer name "name") needed;

  database.postgresql = {
    database = "mastodon";
    user = "mastodon";
    inherit connections;
  };
  queues.redis.memoryMiB = options.queuesMiB;

  # A name that no other community's bucket has, and that stays as long as the domain does.
  media.s3-bucket =
    if inBucket then
      {
        name = "mastodon-${builtins.substring 0 20 (builtins.hashString "sha256" options.domain)}";
        website = true;
        alias = options.mediaDomain;
        cors = [ { } ];
        quotaMiB = options.mediaMiB;
      }
    else
      null;
  mediaName.dns-name =
    if inBucket then
      {
        name = options.mediaDomain;
        alias = pointer "media" "webHost";
      }
    else
      null;

  mail.mail-relay =
    if options.mail == null then
      {
        from = options.sender;
        inherit (options) messagesADay;
      }
    else
      null;
  mailPassword.secret-file =
    if options.mail != null && options.mail.password != null then
      {
        name = "mail-password";
        generator = "given";
        owner = "mastodon";
        option = [
          "mail"
          "password"
        ];
        inherit (options.mail.password) edition;
      }
    else
      null;

  secretKeyBase = lasting "secret-key-base" "hex-128";
  primaryKey = lasting "primary-key" "alphanumeric-32";
  deterministicKey = lasting "deterministic-key" "alphanumeric-32";
  keyDerivationSalt = lasting "key-derivation-salt" "alphanumeric-32";
  vapid = lasting "vapid" "vapid-pair";
}
