/**
  What Pixelfed needs. MariaDB, since upstream tests with MySQL and the NixOS module advises against PostgreSQL; which one
  it is can't be changed later.
*/
options:
let
  inherit (builtins) hashString substring;
  pointer = resultOf: field: { inherit resultOf field; };
  secret = name: generator: {
    inherit name generator;
    # systemd reads it and hands it over: before the first start there is no user "pixelfed".
    owner = "root";
  };
  lasting = request: request // { lasting = true; };

  inBucket = options.storage == "bucket";
  ownMail = options.mail != null;
  atLeast = least: amount: if amount < least then least else amount;
in
{
  host.host = {
    name = "pixelfed";
    inherit (options) cores memoryMiB diskMiB;
  };
  name.dns-name = {
    name = options.domain;
    ipv4 = [ (pointer "host" "ipv4") ];
  };
  certificate.tls-certificate.names = [ (pointer "name" "name") ];

  database.mariadb = {
    database = "pixelfed";
    user = "pixelfed";
    # One for each web process and worker, and some for the scheduler and for whoever repairs something.
    connections = options.webProcesses + options.workers + 10;
  };
  # Queues, sessions and caches.
  queues.redis = {
    memoryMiB = atLeast 128 (options.memoryMiB / 16);
    durable = true;
  };

  media.s3-bucket =
    if inBucket then
      {
        # Nobody reads it in an address; it only has to be another for each Pixelfed of a storage.
        name = "pixelfed-${substring 0 32 (hashString "sha256" options.domain)}";
        website = true;
        alias = options.mediaDomain;
        cors = [ { } ];
        quotaMiB = options.mediaSpace / (1024 * 1024);
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

  mail.mail-relay = if ownMail then null else { from = options.sender; };
  mailPassword.secret-file =
    if ownMail && options.mail.password != null then
      secret "mail-password" "given"
      // {
        option = [
          "mail"
          "password"
        ];
        inherit (options.mail.password) edition;
      }
    else
      null;

  appKey.secret-file = lasting (secret "app-key" "base64-key");
  oauth.secret-file = lasting (secret "oauth" "rsa-pair");
  adminPassword.secret-file = secret "admin-password" "alphanumeric-32";
}
