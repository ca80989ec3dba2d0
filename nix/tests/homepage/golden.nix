/**
  Whole sites, line by line, as golden.json has them: with nothing but a name and a title, with everything, and what follows
  from leaving out some of it. Assets are the same for the same colour, and stand in the first one.
*/
let
  inherit (builtins)
    attrNames
    filter
    fromJSON
    isString
    mapAttrs
    match
    readFile
    split
    ;
  siteOf = import ./site-of.nix;
  golden = fromJSON (readFile ./golden.json);
  lines = text: filter isString (split "\n" text);
  isAsset = path: match "assets/.*" path != null;

  link = kind: {
    inherit kind;
    label = "Our ${kind} & more";
    url = "https://${kind}.example.org/a?b=1#c";
  };

  cases = {
    "least" = { };
    "everything" = {
      title = "Chor \"Weidenau\"";
      tagline = "Wir singen <jeden> Donnerstag.";
      description = "Seit 1911.\nMit Tanz.\n\nUnd Kuchen.";
      language = "de";
      links =
        map link [
          "social"
          "video"
          "photos"
          "music"
          "chat"
          "forum"
          "events"
          "other"
        ]
        ++ [
          (
            link "website"
            // {
              description = "Every concert since 2011.";
            }
          )
        ];
      contactText = "Schreib uns.\n\nOder komm vorbei.";
      contactEmail = "o'hara+choir@example.org";
      legalNotice = "https://example.org/legal?a=1&b=2";
      privacy = "https://example.org/privacy";
      rules = "https://example.org/rules";
      colour = "#ffe94a";
      translations = [
        {
          language = "en";
          title = "Choir";
          tagline = "We sing.";
          description = "Since 1911.";
          contactText = "Write to us.";
        }
        { language = "he"; }
      ];
      accounts.host = "social.example.org";
    };
    "a description and an address" = {
      description = "Since 1911,\nwith dances.\n\nAnd cake.";
      contactEmail = "hello@example.org";
      privacy = "https://example.org/privacy";
    };
    "a text for contact and a link" = {
      tagline = "Here.";
      contactText = "Come by.";
      links = [
        {
          label = "Wiki";
          url = "http://wiki.example.org";
        }
      ];
    };
  };

  seen =
    name:
    let
      site = siteOf cases.${name};
      kept = filter (path: name == "least" || !isAsset path) (attrNames site.files);
    in
    site
    // {
      files = mapAttrs (_: lines) (
        builtins.intersectAttrs (builtins.listToAttrs (
          map (name: {
            inherit name;
            value = null;
          }) kept
        )) site.files
      );
    };
in
map (name: {
  name = "a home page, whole: ${name}";
  expr = seen name;
  expected = golden.${name};
}) (attrNames cases)
++ [
  {
    name = "each golden home page is a case";
    expr = attrNames golden;
    expected = attrNames cases;
  }
]
