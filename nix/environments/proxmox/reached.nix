/**
  A host that can be deployed to again: who deploys may sign in, and Nix takes what they sign.
*/
{ settings, ... }:
{ lib, ... }:
lib.optionalAttrs (settings.access != null) {
  users.users.root.openssh.authorizedKeys.keys = settings.access.publicKeys;
}
// lib.optionalAttrs (settings.signers != [ ]) {
  nix.settings.trusted-public-keys = settings.signers;
}
