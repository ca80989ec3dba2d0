/**
  What is a DNS name, for the types that hold one. Lengths come first: everything after is short.
*/
let
  inherit (builtins)
    all
    elemAt
    filter
    head
    isString
    length
    replaceStrings
    split
    stringLength
    substring
    tail
    ;
  inherit (import ./characters.nix) without;
  inherit (import ./alphabets.nix)
    digits
    label
    lower
    upper
    ;

  withoutLabel = without label;
  withoutDigits = without digits;

  isWithin =
    alphabet: min: max: text:
    stringLength text >= min && stringLength text <= max && without alphabet text == "";
  isScript =
    text:
    stringLength text == 4
    && isWithin upper 1 1 (substring 0 1 text)
    && isWithin lower 3 3 (substring 1 3 text);
  isRegion = text: isWithin upper 2 2 text || isWithin digits 3 3 text;

  parts = text: filter isString (split "[.]" text);

  isLabel =
    text:
    let
      size = stringLength text;
    in
    size >= 1
    && size <= 63
    && withoutLabel text == ""
    && substring 0 1 text != "-"
    && substring (size - 1) 1 text != "-";

  # The last label is not a number, so that an IP address is not a domain.
  areLabels =
    labels:
    let
      top = elemAt labels (length labels - 1);
    in
    length labels >= 2 && all isLabel labels && stringLength top >= 2 && withoutDigits top != "";
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
    Whether text is labels that can stand below a domain, the shortest of which has four bytes.
  */
  areLabelsBelow =
    text: stringLength text >= 1 && stringLength text <= 248 && all isLabel (parts text);

  /**
    Whether text is a language of two or three letters, perhaps with a script and a region.
  */
  isLocale =
    text:
    let
      subtags = filter isString (split "-" text);
      rest = tail subtags;
      region = if rest != [ ] && isScript (head rest) then tail rest else rest;
    in
    stringLength text >= 2
    && stringLength text <= 12
    && isWithin lower 2 3 (head subtags)
    && (region == [ ] || (length region == 1 && isRegion (head region)));

  /**
    Whether text is a domain: at least two labels, the last of two bytes or more.
  */
  isDomain = text: stringLength text >= 4 && stringLength text <= 253 && areLabels (parts text);
}
