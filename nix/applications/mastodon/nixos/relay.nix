/**
  Where mail goes, whether the operator has a server or the hosting provider:
  `{ server, port, security, user, from, passwordFile }`.
*/
{ options, resources }:
if options.mail == null then
  resources.mail
else
  {
    inherit (options.mail)
      port
      security
      server
      user
      ;
    from = options.sender;
    passwordFile = if resources.mailPassword == null then null else resources.mailPassword.path;
  }
