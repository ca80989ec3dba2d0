/**
  Text as bytes and code points. Nix strings are UTF-8 bytes, and Nix's regular expressions
  backtrack, so everything here is linear and uses none.
*/
let
  inherit (builtins)
    filter
    genList
    length
    replaceStrings
    stringLength
    substring
    ;

  # The continuation bytes 0x80 and 0xBF, borrowed from "À" and "¿".
  first = substring 1 1 "À";
  last = substring 1 1 "¿";
  continues = byte: byte >= first && byte <= last;
in
{
  /**
    The number of code points: all bytes but the continuation bytes.
  */
  codePoints =
    text: length (filter (i: !continues (substring i 1 text)) (genList (i: i) (stringLength text)));

  /**
    At most `limit` bytes of `text`, cut between characters: half a character can't become JSON.
  */
  cut =
    limit: text:
    let
      boundary = i: if i > 0 && continues (substring i 1 text) then boundary (i - 1) else i;
    in
    if stringLength text <= limit then text else substring 0 (boundary limit) text;

  /**
    The single characters of an ASCII text, as a list.
  */
  each = text: genList (i: substring i 1 text) (stringLength text);

  /**
    characters -> text -> the text without them. For many texts, the first part is done once.
  */
  without =
    characters:
    let
      nothing = map (_: "") characters;
    in
    replaceStrings characters nothing;
}
