/**
  What search engines and shared links show, and where the other languages are.
*/
{
  base,
  page,
  pages,
}:
let
  inherit (builtins)
    concatStringsSep
    head
    length
    ;
  escape = import ./escape.nix;
  paragraphs = import ./paragraphs.nix page.description;

  summary =
    if page.tagline != "" then
      page.tagline
    else if paragraphs != [ ] then
      concatStringsSep " " (head paragraphs)
    else
      page.title;

  address = { folder, ... }: escape "${base}/${folder}";
  property = name: content: ''<meta property="og:${name}" content="${content}">'';
  alternate = language: of: ''<link rel="alternate" hreflang="${language}" href="${address of}">'';
in
concatStringsSep "\n" (
  [
    ''<meta name="description" content="${escape summary}">''
    ''<link rel="canonical" href="${address page}">''
    (property "type" "website")
    (property "url" (address page))
    (property "title" (escape page.title))
    (property "description" (escape summary))
  ]
  ++ (
    if length pages == 1 then
      [ ]
    else
      map (of: alternate of.language of) pages ++ [ (alternate "x-default" (head pages)) ]
  )
)
