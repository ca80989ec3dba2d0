/**
  Whatever somebody typed, Pixelfed reads it from `.env` as it was typed.
*/
let
  inherit (builtins) filter;
  dotenv = import ../../../applications/pixelfed/nixos/dotenv.nix;
  html = import ../../../applications/pixelfed/nixos/html.nix;
  reader = import ./reader.nix;
  samples = import ./samples.nix;

  hostile = [
    "Photos"
    "two words"
    " spaces "
    "a # no comment"
    "#"
    "$HOME"
    "a\${APP_KEY}b"
    "$"
    "\\"
    "a\\"
    "\\\\\""
    "\\n"
    "\\$"
    "\""
    "\"quoted\""
    "'quoted'"
    "'"
    "\"\""
    "true"
    "null"
    "(empty)"
    "="
    "=\""
    "a=\"b\" c='d'"
    "`id`"
    "$(id)"
    "a; b | c & d"
    "%s"
    "‮right to left"
    "Fotos für Weidenau 🎉"
  ];
in
[
  {
    name = "hostile texts come out of .env as they went in";
    expr = filter (text: reader (dotenv text) != text) hostile;
    expected = [ ];
  }
  {
    name = "a site and its e-mails have the name that somebody typed";
    expr = filter (
      name:
      let
        settings = samples.settings { inherit name; } samples.onHost;
      in
      reader settings.APP_NAME != name || reader settings.MAIL_FROM_NAME != name
    ) hostile;
    expected = [ ];
  }
  {
    name = "texts would not come out of .env without the inner quotes";
    expr = map reader [
      "\"true\""
      "\"'quoted'\""
      "\"a\${APP_KEY}\""
      "\"\\n\""
      "plain"
    ];
    expected = [
      true
      "quoted"
      "a<variable>{APP_KEY}"
      "refused"
      "refused"
    ];
  }
  {
    name = "a text in .env has two pairs of quotes, and what is special is escaped";
    expr = map dotenv [
      ""
      "two words"
      "\\"
      "\""
      "$"
    ];
    expected = [
      ''"\"\""''
      ''"\"two words\""''
      ''"\"\\\""''
      ''"\"\"\""''
      ''"\"\$\""''
    ];
  }
  {
    name = "a long description is text, not HTML";
    expr = html "a & b <script>\"x\" 'y'</script>\nc";
    expected = "a &amp; b &lt;script&gt;&quot;x&quot; &#39;y&#39;&lt;/script&gt;<br>c";
  }
]
