/**
  What stands in the page.
*/
let
  siteOf = import ./site-of.nix;
  linesWith = import ./lines.nix;

  plain = siteOf { };
  strange = siteOf {
    title = "<b>\"Tom\" & 'Co'</b>";
    links = [
      {
        label = "</a><script>";
        url = "https://video.example.org:8443/?a='b'&c";
        kind = "video";
      }
    ];
  };
in
[
  {
    name = "the page names its own address";
    expr = linesWith "canonical" plain.files."index.html";
    expected = [ "<link rel=\"canonical\" href=\"http://town.localhost:8090/\">" ];
  }
  {
    name = "what an operator typed is text in the page";
    expr = {
      title = linesWith "<title>" strange.files."index.html";
      label = linesWith "class=\"label\"" strange.files."index.html";
      link = linesWith "video.example.org:8443/" strange.files."index.html";
      host = linesWith "class=\"host\"" strange.files."index.html";
      scripts = linesWith "<script" strange.files."index.html";
    };
    expected = {
      title = [ "<title>&lt;b&gt;&quot;Tom&quot; &amp; &#39;Co&#39;&lt;/b&gt;</title>" ];
      label = [ "<span class=\"label\"><bdi>&lt;/a&gt;&lt;script&gt;</bdi></span>" ];
      link = [
        "<li><a href=\"https://video.example.org:8443/?a=&#39;b&#39;&amp;c\" rel=\"me noopener\">"
      ];
      host = [ "<span class=\"host\"><bdi>video.example.org:8443</bdi></span>" ];
      scripts = [ ];
    };
  }
]
