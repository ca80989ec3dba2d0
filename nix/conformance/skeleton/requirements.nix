/**
  What it needs, from its completed options. Names and types never depend on them; what is not needed would be null.
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
}
