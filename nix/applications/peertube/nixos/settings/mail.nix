/**
  The mail server. For PeerTube, `tls` is encryption from the first byte (port 465); it is off for STARTTLS (port 587), which
  is then asked for as soon as the server offers it.
*/
{ options, relay }:
{
  smtp = {
    transport = "smtp";
    hostname = relay.server;
    inherit (relay) port;
    username = relay.user;
    tls = relay.security == "tls";
    disable_starttls = relay.security == "none";
    from_address = relay.from;
  };
  email = {
    body.signature = options.title;
    subject.prefix = "[${options.title}]";
  };
}
