/**
  Texts in nginx's configuration. There, a backslash and a quote can be escaped inside quotes, but a dollar can't: it
  stands in a variable, which shared.nix declares. Control characters have no place in a header or an address: they are
  refused. Variables begin with `prefix`.
*/
prefix:
let
  inherit (builtins) replaceStrings;
  inherit (import ../../contract/characters.nix) each without;
  inherit (import ../../contract/alphabets.nix) control;

  checked =
    value:
    if without (control ++ [ "\n" ]) value == value then
      value
    else
      throw "a control character can't stand in a web server's configuration";
  escaped = value: replaceStrings [ "\\" "\"" ] [ "\\\\" "\\\"" ] (checked value);
  inside = value: replaceStrings [ "$" ] [ "\${${prefix}_dollar}" ] (escaped value);
  special = each "\\.+*?()[]{}^$|";
in
{
  /**
    A text where nginx looks for no variables: the path of a location.
  */
  literal = value: "\"${escaped value}\"";

  /**
    A text where it does; and one for inside of quotes, among variables.
  */
  text = value: "\"${inside value}\"";
  inherit inside;

  /**
    A regular expression for texts that begin so.
  */
  beginning = value: "^${replaceStrings special (map (character: "\\${character}") special) value}";
}
