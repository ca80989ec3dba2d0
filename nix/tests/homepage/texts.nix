/**
  How texts and colours become parts of a page.
*/
let
  inherit (builtins) attrNames filter;
  inherit (import ../../applications/homepage/languages.nix) words;
  contrast = import ../../applications/homepage/contrast.nix;
  paragraphs = import ../../applications/homepage/paragraphs.nix;
  mailto = import ../../applications/homepage/mailto.nix;
in
[
  {
    name = "every language has all of the page's words";
    expr = filter (
      language:
      attrNames words.${language} != attrNames words.en
      || attrNames words.${language}.kinds != attrNames words.en.kinds
    ) (attrNames words);
    expected = [ ];
  }
  {
    name = "text on a colour is black or white";
    expr = map contrast [
      "#000000"
      "#FFFFFF"
      "#ffe94a"
      "#2f5d50"
      "#757575"
      "#767676"
      "#ff0000"
      "#0000ff"
      # Just darker than where it turns, by red, green and blue; and just lighter.
      "#7f7646"
      "#008909"
      "#016dfb"
      "#35817c"
    ];
    expected = [
      "#ffffff"
      "#000000"
      "#000000"
      "#ffffff"
      "#ffffff"
      "#000000"
      "#000000"
      "#ffffff"
      "#ffffff"
      "#ffffff"
      "#ffffff"
      "#000000"
    ];
  }
  {
    name = "empty lines divide paragraphs";
    expr = paragraphs "\n\na\nb\n \n\n\nc\n";
    expected = [
      [
        "a"
        "b"
      ]
      [ "c" ]
    ];
  }
  {
    name = "what means something in a mailto link is written in percent";
    expr = [
      (mailto "a+b?c&d%e'f@example.org")
      (mailto "a#b/c=d^e`f{g|h}@example.org")
    ];
    expected = [
      "a%2Bb%3Fc%26d%25e&#39;f@example.org"
      "a%23b%2Fc%3Dd%5Ee%60f%7Bg%7Ch%7D@example.org"
    ];
  }
]
