/**
  What it needs, from its completed options. Names and types never depend on them; what is not needed is null.
*/
{ types }:
options:
let
  inherit (types.parts) machine pointer;
in
{
  host.host = machine.host "noticeboard" options;
  name.dns-name = machine.leading options.domain;
  certificate.tls-certificate.names = [ (pointer "name" "name") ];

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
