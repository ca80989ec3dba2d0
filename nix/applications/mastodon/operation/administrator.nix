/**
  The first account, with the role that may do everything. Mastodon makes its password, and prints it once. If the name or
  the address is there already, it says so by an error code that is the same in every language.
*/
{ options, ... }:
import ./tootctl.nix [
  "accounts"
  "create"
  (import ../user-name.nix options.administrator.name)
  "--email=${options.administrator.email}"
  "--confirmed"
  "--approve"
  "--role=Owner"
]
// {
  printed = "New password: ";
  exists = "taken";
}
