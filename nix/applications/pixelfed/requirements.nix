/**
  What Pixelfed needs. MariaDB, since upstream tests with MySQL and the NixOS module advises against PostgreSQL; which one
  it is can't be changed later.
*/
{ types }:
options:
let
  inherit (builtins) hashString substring;
  inherit (types.parts)
    machine
    mail
    media
    pointer
    ;
  inherit (types.parts.units) mebibyte;
  # systemd reads secrets and hands them over: before the first start there is no user "pixelfed".
  owner = "root";
  secret = name: generator: {
    inherit name generator owner;
  };
  lasting = request: request // { lasting = true; };

  atLeast = least: amount: if amount < least then least else amount;
in
{
  host.host = machine.host "pixelfed" options;
  name.dns-name = machine.leading options.domain;
  certificate.tls-certificate.names = [ (pointer "name" "name") ];

  database.mariadb = {
    database = "pixelfed";
    user = "pixelfed";
    # One for each web process and worker, and some for the scheduler and for whoever repairs something.
    connections = options.webProcesses + options.workers + 10;
  };
  # Queues, sessions and caches.
  queues.redis = {
    memoryMiB = atLeast 128 (options.memory / mebibyte / 16);
    durable = true;
  };

  appKey.secret-file = lasting (secret "app-key" "base64-key");
  oauth.secret-file = lasting (secret "oauth" "rsa-pair");
  adminPassword.secret-file = secret "admin-password" "alphanumeric-32";
}
// media.requirements {
  needed = options.storage == "bucket";
  bucket = {
    # Nobody reads it in an address; it only has to be another for each Pixelfed of a storage.
    name = "pixelfed-${substring 0 32 (hashString "sha256" options.domain)}";
    quotaMiB = options.mediaSpace / mebibyte;
  };
} options
// mail.requirements { inherit owner; } options
