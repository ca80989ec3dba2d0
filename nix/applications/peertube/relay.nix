/**
  The mail server that PeerTube sends through, whether it is the hosting provider's or the operator's own:
    { server, port, security, user, from, passwordFile }
*/
{ options, resources }:
let
  own = options.mail;
  usualPort = {
    starttls = 587;
    tls = 465;
  };
in
if own == null then
  {
    inherit (resources.mail)
      server
      port
      security
      user
      from
      passwordFile
      ;
  }
else
  {
    inherit (own) server security user;
    port = if own.port == null then usualPort.${own.security} else own.port;
    from = options.sender;
    passwordFile = if own.password == null then null else resources.mailPassword.path;
  }
