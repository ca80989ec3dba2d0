/**
  What Mastodon needs, from its completed options. Names and types never depend on them.

  The certificate has the names that lead to this host. That of the media is not among them: it leads to the storage,
  which may be another host, and is served there with a certificate of its own.
*/
{ types }:
options:
let
  inherit (types.parts)
    machine
    mail
    media
    pointer
    ;
  inherit (types.parts.units) mebibyte;
  inherit (builtins) elemAt length;
  inherit (import ./names.nix options) alternates;
  inherit (import ./workers.nix options) connections;

  inBucket = options.mediaStorage == "bucket";
  alternate = i: if length alternates > i then machine.leading (elemAt alternates i) else null;

  # What leads to this host. The first one that is needed names the certificate, so it is where people go.
  leading = {
    webName = if options.webDomain == null then null else machine.leading options.webDomain;
    name =
      if options.webDomain != null && options.domainServed == "elsewhere" then
        null
      else
        machine.leading options.domain;
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
  host.host = machine.host "mastodon" (
    options // { disk = options.disk + (if inBucket then 0 else options.mediaSpace); }
  );

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
  queues.redis.memoryMiB = options.queuesMemory / mebibyte;

  secretKeyBase = lasting "secret-key-base" "hex-128";
  primaryKey = lasting "primary-key" "alphanumeric-32";
  deterministicKey = lasting "deterministic-key" "alphanumeric-32";
  keyDerivationSalt = lasting "key-derivation-salt" "alphanumeric-32";
  vapid = lasting "vapid" "vapid-pair";
}
// media.requirements {
  needed = inBucket;
  bucket = {
    # A name that no other community's bucket has, and that stays as long as the domain does.
    name = "mastodon-${builtins.substring 0 20 (builtins.hashString "sha256" options.domain)}";
    quotaMiB = options.mediaSpace / mebibyte;
  };
} options
// mail.requirements {
  owner = "mastodon";
  relay = { inherit (options) messagesADay; };
} options
