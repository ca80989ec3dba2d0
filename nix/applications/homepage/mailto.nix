/**
  An e-mail address in a `mailto:` link, in an attribute: what has a meaning there is written in
  percent (RFC 6068).
*/
address:
import ./escape.nix (
  builtins.replaceStrings
    [
      "%"
      "&"
      "?"
      "#"
      "/"
      "="
      "+"
      "^"
      "`"
      "{"
      "|"
      "}"
    ]
    [
      "%25"
      "%26"
      "%3F"
      "%23"
      "%2F"
      "%3D"
      "%2B"
      "%5E"
      "%60"
      "%7B"
      "%7C"
      "%7D"
    ]
    address
)
