/**
  What it needs, from its completed options. Names and types never depend on them; what is not needed is null.
*/
options:
let
  resultOf = requirement: field: {
    resultOf = requirement;
    inherit field;
  };
in
{
  host.host = {
    name = "noticeboard";
    inherit (options) cores diskMiB memoryMiB;
  };
  name.dns-name = {
    name = options.domain;
    ipv4 = [ (resultOf "host" "ipv4") ];
  };
  certificate.tls-certificate.names = [ (resultOf "name" "name") ];

  # On a socket, a database's user is the user of the host that asks: the one that Forgejo runs as.
  database.postgresql = {
    database = "forgejo";
    user = "forgejo";
    connections = 50;
  };

  # What is in the database is encrypted with it, so it stays the same for good and moves along.
  secretKey.secret-file = {
    name = "secret-key";
    generator = "hex-64";
    owner = "forgejo";
    lasting = true;
  };

  mail.mail-relay = if options.mail then { from = options.sender; } else null;
}
