/**
  Which pages, redirects and headers the site has.
*/
let
  inherit (builtins) attrNames filter match;
  siteOf = import ./site-of.nix;
  linesWith = import ./lines.nix;

  pages = site: filter (path: match "assets/.*" path == null) (attrNames site.files);
  plain = siteOf { };
  translated = siteOf {
    language = "de";
    translations = [
      {
        language = "en";
        title = "Our town";
      }
      {
        language = "en";
        title = "Ignored";
      }
      { language = "de"; }
      { language = "he"; }
    ];
  };
in
[
  {
    name = "two options are enough for a page";
    expr = {
      inherit (plain) redirects notFound;
      pages = pages plain;
      headings = linesWith "<h" plain.files."index.html";
    };
    expected = {
      redirects = [ ];
      notFound = "404.html";
      pages = [
        "404.html"
        "index.html"
      ];
      headings = [
        "<html lang=\"en\" dir=\"ltr\">"
        "<head>"
        "<header>"
        "<h1><bdi>Town</bdi></h1>"
      ];
    };
  }
  {
    name = "each language has one page, and the first translation counts";
    expr = {
      pages = pages translated;
      english = linesWith "<title>" translated.files."en/index.html";
      hebrew = linesWith "<html" translated.files."he/index.html";
      switch = linesWith "aria-current" translated.files."en/index.html";
    };
    expected = {
      pages = [
        "404.html"
        "en/index.html"
        "he/index.html"
        "index.html"
      ];
      english = [ "<title>Our town</title>" ];
      hebrew = [ "<html lang=\"he\" dir=\"rtl\">" ];
      switch = [
        "<li><a href=\"/en/\" lang=\"en\" dir=\"ltr\" hreflang=\"en\" aria-current=\"page\">English</a></li>"
      ];
    };
  }
]
