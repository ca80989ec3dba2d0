/**
  How a host meets each resource type. Those that aren't here set nothing up on it: names and mail are elsewhere, and a host
  is what all the others stand on.
*/
{
  login-shell = import ./login-shell.nix;
  mariadb = import ./mariadb.nix;
  postgresql = import ./postgresql.nix;
  redis = import ./redis.nix;
  s3-bucket = import ./s3-bucket.nix;
  secret-file = import ./secret-file.nix;
  static-site = import ./static-site.nix;
  tls-certificate = import ./tls-certificate.nix;
}
