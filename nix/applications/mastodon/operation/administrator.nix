/**
  The first account, with the role that may do everything. Mastodon makes its password, and prints it once. If the name or
  the address is there already, it says so by an error code that is the same in every language.

  User names have letters, digits and underscores, and 30 of them at most.
*/
{ options, ... }:
let
  inherit (builtins) replaceStrings substring;
  name = substring 0 30 (replaceStrings [ "-" ] [ "_" ] options.administrator.name);
in
import ./tootctl.nix [
  "accounts"
  "create"
  name
  "--email=${options.administrator.email}"
  "--confirmed"
  "--approve"
  "--role=Owner"
]
// {
  printed = "New password: ";
  exists = "taken";
}
