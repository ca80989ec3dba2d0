/**
  An environment of a kind whose hosts run NixOS, set up so that it offers everything and refuses nothing: what is
  refused in it, is refused by the contract. The number says which layout it has.
*/
kind: number:
let
  layouts = [
    "all-in-one"
    "one-each"
  ];
in
{
  inherit kind;
  layout = builtins.elemAt layouts (number - number / 2 * 2);
  settings = {
    relay = {
      server = "mail.provider.example";
      user = "town";
      password.edition = 1;
      spfInclude = "spf.provider.example";
    };
    storage.domain = "storage.provider.example";
    proof = {
      server = "192.0.2.53:53";
      key = "certificates.provider.example";
      secret.edition = 1;
    };
  };
  policies = {
    postgresql.connections = 10000;
    mariadb.connections = 10000;
    mail-relay.messageMiB = 100;
    tls-certificate = {
      termsAccepted = true;
      proof = "dns-01";
      wildcard = true;
      contact = "certificates@provider.example";
    };
    s3-bucket = {
      owner = true;
      addressing = [
        "path"
        "virtual-host"
      ];
    };
  };
}
