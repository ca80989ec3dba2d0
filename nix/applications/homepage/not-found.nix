/**
  The page for what is not found. It is served at any depth, so its links begin at the root.
*/
{ options, assets }:
let
  inherit (import ./languages.nix) words;
  escape = import ./escape.nix;

  own = words.${options.language};
in
import ./document.nix {
  inherit assets;
  inherit (options) language;
  words = own;
  title = "${own.notFound} · ${options.title}";
  head = ''<meta name="robots" content="noindex">'';
  body = ''
    <main>
    <header>
    <h1>${own.notFound}</h1>
    <p class="tagline">${own.nothingHere}</p>
    </header>
    <p><a class="button" href="/">${own.home}</a></p>
    <p class="address"><bdi>${escape options.title}</bdi></p>
    </main>'';
}
