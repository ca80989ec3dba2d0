/**
  Text with lines as a list of paragraphs, each a list of lines. An empty line, or one of spaces,
  divides paragraphs. Every step is linear, since the text may be long and strange.
*/
text:
let
  inherit (builtins)
    concatStringsSep
    filter
    isString
    replaceStrings
    split
    ;

  isBlank = line: replaceStrings [ " " ] [ "" ] line == "";
  pieces = by: text: filter isString (split by text);
  lines = pieces "\n";

  plain = concatStringsSep "\n" (map (line: if isBlank line then "" else line) (lines text));
  paragraphs = map (paragraph: filter (line: line != "") (lines paragraph)) (pieces "\n\n" plain);
in
filter (paragraph: paragraph != [ ]) paragraphs
