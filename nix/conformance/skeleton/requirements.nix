/**
  What it needs, from its completed options. Names and types never depend on them; what is not needed would be null.
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
}
