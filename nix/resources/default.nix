/**
  The resource types, by name: what applications ask for and environments offer.

  Each is made by resource.nix of what an application asks for (`request`), what a hosting provider decides for
  all requests (`policy`), what one request gets (`result`, and what only shows later, `observed`), and what must
  be seen of any provider of it (`behaviour`). requirements.nix judges requests that belong together.
*/
contract:
let
  parts = {
    inherit (contract) types;
    inherit (import ./option.nix)
      option
      chosen
      observed
      either
      filled
      limit
      ;
    inherit (import ../contract/finding.nix) finding;
    refined = import ./refined.nix;
    resource = import ./resource.nix { inherit (contract) types; };
    values = import ./values { inherit (contract) types; };
  };
in
builtins.mapAttrs (_: file: import file parts) {
  dns-name = ./dns-name.nix;
  host = ./host.nix;
  login-shell = ./login-shell.nix;
  mail-relay = ./mail-relay.nix;
  mariadb = ./mariadb.nix;
  postgresql = ./postgresql.nix;
  redis = ./redis.nix;
  s3-bucket = ./s3-bucket.nix;
  secret-file = ./secret-file.nix;
  static-site = ./static-site.nix;
  tls-certificate = ./tls-certificate.nix;
}
