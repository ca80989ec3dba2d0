/**
  Links to the page in its other languages, each in its own name.
*/
{ page, pages }:
let
  inherit (builtins) concatStringsSep length;

  link =
    {
      language,
      folder,
      words,
      ...
    }:
    let
      current = if language == page.language then " aria-current=\"page\"" else "";
    in
    ''<li><a href="/${folder}" lang="${language}" dir="${words.direction}" hreflang="${language}"${current}>${words.language}</a></li>'';
in
if length pages == 1 then
  ""
else
  concatStringsSep "\n" (
    [
      ''<nav class="languages" aria-label="${page.words.languages}">''
      "<ul>"
    ]
    ++ map link pages
    ++ [
      "</ul>"
      "</nav>"
    ]
  )
