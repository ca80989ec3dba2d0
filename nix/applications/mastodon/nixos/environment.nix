/**
  What Mastodon reads from its environment and nixpkgs' module has no option for: names to texts. It ends up in the
  store that everybody can read, so there are no secrets here (credentials.nix), and a shell reads it, so there is nothing
  that somebody typed freely (typed.nix).

  What is a choice is always said, also where it is Mastodon's default: a default of another version changes nothing, and
  Mastodon's own administration shows that it is decided here.
*/
{
  options,
  relay,
  resources,
}:
let
  inherit (builtins) concatStringsSep toString;
  inherit (import ../names.nix options) alternates web;
  flag = value: if value then "true" else "false";
  if' = condition: set: if condition then set else { };

  isOpen = options.registration == "open";
  emailDomains = options.emailDomains or [ ];
  bucket = resources.media;
in
{
  DEFAULT_LOCALE = options.language;
  FORCE_DEFAULT_LOCALE = flag options.forceLanguage;

  AUTHORIZED_FETCH = flag (options.federation != "open");
  LIMITED_FEDERATION_MODE = flag (options.federation == "limited");
  # What is true of limited federation anyway.
  DISALLOW_UNAUTHENTICATED_API_ACCESS = flag (!(options.guestsRead or false));

  SINGLE_USER_MODE = flag (options.onePerson or false);
  DISABLE_AUTOMATIC_SWITCHING_TO_APPROVED_REGISTRATIONS = flag (isOpen && options.staysOpen);

  IP_RETENTION_PERIOD = toString (options.addressDays * 86400);

  SMTP_ENABLE_STARTTLS = if relay.security == "starttls" then "always" else "never";
  SMTP_TLS = flag (relay.security == "tls");
  SMTP_OPENSSL_VERIFY_MODE = "peer";
  SMTP_AUTH_METHOD = if relay.user == null then "none" else "plain";
}
// if' (options.webDomain != null) { WEB_DOMAIN = web; }
// if' (alternates != [ ]) { ALTERNATE_DOMAINS = concatStringsSep "," alternates; }
// if' (emailDomains != [ ]) { EMAIL_DOMAIN_ALLOWLIST = concatStringsSep "|" emailDomains; }
// if' (resources.queues.socket != null) {
  REDIS_URL = "unix://${resources.queues.socket}";
}
// if' (resources.queues.socket == null) {
  REDIS_DB = toString resources.queues.database;
}
// if' (bucket != null) {
  S3_ENABLED = "true";
  S3_BUCKET = bucket.bucket;
  S3_ENDPOINT = bucket.endpoint;
  S3_REGION = bucket.region;
  # The operator's own name: without the bucket's, and without https://.
  S3_ALIAS_HOST = options.mediaDomain;
  S3_PROTOCOL = "https";
  # Garage has no ACL of objects, and answers 403 when one is changed, which Mastodon doesn't catch. Empty, nothing is.
  S3_PERMISSION = "";
  # 5 seconds by default, too few for a video on a busy disk.
  S3_READ_TIMEOUT = "60";
}
