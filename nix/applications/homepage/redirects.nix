/**
  Where applications look for accounts of this domain: they are sent to the host that serves them,
  with what they ask for. (WebFinger: RFC 7033; host-meta: RFC 6415; NodeInfo 2.1.)
*/
{ accounts, ... }:
let
  toHost = path: {
    inherit path;
    to = "https://${accounts.host}${path}";
    status = 301;
    keepQuery = true;
  };
in
if accounts == null then
  [ ]
else
  map toHost [
    "/.well-known/webfinger"
    "/.well-known/host-meta"
    "/.well-known/nodeinfo"
  ]
