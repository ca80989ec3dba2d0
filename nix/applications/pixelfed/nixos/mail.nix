/**
  Settings of e-mail. Pixelfed encrypts from the start on port 465 alone, and elsewhere once the server offers it. On the
  host itself nobody else is in between, and the relay there has no certificate that could be checked.
*/
{ options, relay }:
let
  dotenv = import ./dotenv.nix;
  plain = relay.security == "none";
in
{
  MAIL_DRIVER = "smtp";
  MAIL_HOST = dotenv relay.server;
  MAIL_PORT = relay.port;
  MAIL_ENCRYPTION = if plain then "null" else "tls";
  MAIL_SMTP_VERIFY_PEER = !plain;
  MAIL_EHLO_DOMAIN = dotenv options.domain;
  MAIL_FROM_ADDRESS = dotenv relay.from;
  MAIL_FROM_NAME = dotenv options.name;
}
// (if relay.user == null then { } else { MAIL_USERNAME = dotenv relay.user; })
