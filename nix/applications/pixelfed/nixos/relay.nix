/**
  The server that takes e-mails, in one shape, be it the operator's own or the hosting provider's:
  `{ server, port, security, user, passwordFile, from }`.
*/
{ options, resources }:
let
  own = options.mail;
in
if own == null then
  {
    inherit (resources.mail)
      server
      port
      security
      user
      passwordFile
      from
      ;
  }
else
  {
    inherit (own) server security user;
    port = own.port or 465;
    passwordFile = if resources.mailPassword == null then null else resources.mailPassword.path;
    from = options.sender;
  }
