/**
  The content of the static site: pages, style sheet, icon, redirects and headers.
*/
{ options, address }:
let
  inherit (builtins) listToAttrs map;

  assets = import ./assets.nix { inherit (options) colour; };
  pages = import ./translated.nix options;
  base = import ./base.nix address;

  file = page: {
    name = "${page.folder}index.html";
    value = import ./page.nix {
      inherit
        options
        assets
        base
        page
        pages
        ;
    };
  };
in
{
  files =
    assets.files
    // listToAttrs (map file pages)
    // {
      "404.html" = import ./not-found.nix { inherit options assets; };
    };
  redirects = import ./redirects.nix options;
  headers = import ./headers.nix (map (page: page.folder) pages);
  notFound = "404.html";
}
