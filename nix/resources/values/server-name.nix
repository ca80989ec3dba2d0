/**
  Where a server is reached: a domain, a single label such as `localhost`, or an IP address.
*/
let
  inherit (builtins) isString;
  inherit (import ../../contract/names.nix) isDomain isLabel;
  ipv4 = import ./ipv4.nix;
  ipv6 = import ./ipv6.nix;

  isServerName =
    text: isLabel text || isDomain text || ipv4.check [ ] text == [ ] || ipv6.check [ ] text == [ ];
in
import ../../contract/types/scalar.nix {
  form.kind = "server-name";
  verdict = value: if isString value && isServerName value then null else "not-a-server-name";
}
