/**
  What is a DNS name, for the types that hold one. Lengths come first: everything after is short.
*/
let
  inherit (builtins)
    all
    elemAt
    filter
    isString
    length
    replaceStrings
    split
    stringLength
    substring
    ;
  inherit (import ./characters.nix) without;
  inherit (import ./alphabets.nix)
    digits
    label
    lower
    upper
    ;

  parts = text: filter isString (split "[.]" text);

  isLabel =
    text:
    let
      size = stringLength text;
    in
    size >= 1
    && size <= 63
    && without label text == ""
    && substring 0 1 text != "-"
    && substring (size - 1) 1 text != "-";

  # The last label is not a number, so that an IP address is not a domain.
  areLabels =
    labels:
    let
      top = elemAt labels (length labels - 1);
    in
    length labels >= 2 && all isLabel labels && stringLength top >= 2 && without digits top != "";
in
{
  /**
    ASCII letters in lower case.
  */
  toLower = replaceStrings upper lower;

  /**
    Whether text is one label: 1 to 63 of a-z, 0-9 and inner hyphens.
  */
  inherit isLabel;

  /**
    Whether text is a domain: at least two labels, the last of two bytes or more.
  */
  isDomain = text: stringLength text >= 4 && stringLength text <= 253 && areLabels (parts text);
}
