/**
  domain -> kind -> the name of a bucket that no other PeerTube has. It becomes a label of a host name (`BUCKET.ENDPOINT`),
  and a wildcard certificate covers one label, so it has no dots.
*/
domain:
let
  inherit (builtins)
    hashString
    replaceStrings
    stringLength
    substring
    ;
  dashed = replaceStrings [ "." ] [ "-" ] domain;
  # Names of buckets have at most 63 characters, and `xn--` is reserved in them.
  isName = stringLength dashed <= 50 && replaceStrings [ "xn--" ] [ "" ] dashed == dashed;
  unique = if isName then dashed else "peertube-${substring 0 16 (hashString "sha256" domain)}";
in
kind: "${unique}-${kind}"
