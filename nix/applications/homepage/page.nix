/**
  The page in one language. What the operator left empty leaves nothing behind.
*/
{
  options,
  assets,
  base,
  page,
  pages,
}:
let
  inherit (builtins) concatStringsSep filter;
  escape = import ./escape.nix;
  paragraphs = import ./paragraphs.nix;

  inherit (page) words;
  joined = parts: concatStringsSep "\n" (filter (part: part != "") parts);

  paragraph = lines: ''<p dir="auto">${concatStringsSep "<br>\n" (map escape lines)}</p>'';
  prose = text: joined (map paragraph (paragraphs text));
  about = prose page.description;

  # A section is a landmark by its heading.
  section =
    id: heading: content:
    if content == "" then
      ""
    else
      joined [
        ''<section aria-labelledby="${id}">''
        ''<h2 id="${id}">${heading}</h2>''
        content
        "</section>"
      ];

  email =
    let
      address = escape options.contactEmail;
    in
    if options.contactEmail == null then
      ""
    else
      ''
        <p><a class="button" href="mailto:${import ./mailto.nix options.contactEmail}">${words.write}</a></p>
        <p class="address"><bdi dir="ltr">${address}</bdi></p>'';
in
import ./document.nix {
  inherit assets words;
  inherit (page) language title;
  head = import ./head.nix { inherit base page pages; };
  body = joined [
    (import ./languages-switch.nix { inherit page pages; })
    "<main>"
    "<header>"
    "<h1><bdi>${escape page.title}</bdi></h1>"
    (if page.tagline == "" then "" else ''<p class="tagline"><bdi>${escape page.tagline}</bdi></p>'')
    "</header>"
    (if about == "" then "" else "<div class=\"about\">\n${about}\n</div>")
    (section "links" words.links (
      import ./links.nix {
        inherit words;
        inherit (options) links;
      }
    ))
    (section "contact" words.contact (joined [
      (prose page.contactText)
      email
    ]))
    "</main>"
    (import ./footer.nix { inherit options words; })
  ];
}
