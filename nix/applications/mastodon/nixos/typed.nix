/**
  What somebody typed freely, as an environment file. nixpkgs' module would put these texts between quotes as they are, in a
  file that `mastodon-tootctl` reads as a shell, where an address like `reboot`@example.org is a command; and systemd
  would take a "%" in them for its own.
*/
{ relay, resources, ... }:
{ lib, pkgs, ... }:
let
  escaped = import ./escaped.nix;

  # Mastodon puts these two into YAML as they are, where a beginning like "!ruby" makes objects: what isn't plain there is
  # quoted. A newer version that quotes by itself would then refuse to sign in, and do nothing worse.
  isPlain = text: builtins.match "[A-Za-z][^ :#]*|[0-9][^ :#]*@[^ :#]*" text != null;
  scalar = text: if isPlain text then text else builtins.toJSON text;

  texts = {
    SMTP_FROM_ADDRESS = scalar relay.from;
  }
  // lib.optionalAttrs (relay.user != null) { SMTP_LOGIN = scalar relay.user; }
  // lib.optionalAttrs (resources.media != null) {
    AWS_ACCESS_KEY_ID = resources.media.accessKeyId;
  };
  line = name: ''${name}="${escaped texts.${name}}"'';
in
{
  services.mastodon.extraEnvFiles = [
    (pkgs.writeText "mastodon-typed.env" (
      lib.concatMapStrings (name: line name + "\n") (builtins.attrNames texts)
    ))
  ];
}
