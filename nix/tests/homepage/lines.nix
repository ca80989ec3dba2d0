/**
  The lines of a text that hold another text.
*/
needle: text:
let
  inherit (builtins)
    filter
    isString
    replaceStrings
    split
    ;
  has = line: replaceStrings [ needle ] [ "" ] line != line;
in
filter (line: isString line && has line) (split "\n" text)
