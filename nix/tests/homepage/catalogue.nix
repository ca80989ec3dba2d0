/**
  What the catalogue says of the home page.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    isAttrs
    isList
    match
    ;
  inherit (import ../../contract) types;
  application = import ../../contract/application.nix { inherit types; };
  inherit (application (import ../../applications/homepage { inherit types; })) described;

  # Labels, helps and summaries at any depth that lack a language. An option can be named "label".
  isText = name: value: match "label|help|summary" name != null && !(value ? kind);
  isComplete = text: text ? en && text ? de;
  inside =
    name: value:
    if isText name value then (if isComplete value then [ ] else [ value ]) else untranslated value;
  untranslated =
    value:
    if isList value then
      concatMap untranslated value
    else if isAttrs value then
      concatMap (name: inside name value.${name}) (attrNames value)
    else
      [ ];
in
[
  {
    name = "the form has these options, in this order";
    expr = described.options.order;
    expected = [
      "name"
      "title"
      "tagline"
      "description"
      "language"
      "links"
      "contactText"
      "contactEmail"
      "legalNotice"
      "privacy"
      "rules"
      "colour"
      "translations"
      "accounts"
    ];
  }
  {
    name = "every text of the form is in English and German";
    expr = untranslated described;
    expected = [ ];
  }
  {
    name = "the form's groups hold every option once";
    expr = map (section: section.options) described.layout;
    expected = [
      [ "name" ]
      [
        "title"
        "tagline"
        "description"
        "language"
      ]
      [ "links" ]
      [
        "contactText"
        "contactEmail"
      ]
      [
        "legalNotice"
        "privacy"
        "rules"
      ]
      [ "colour" ]
      [ "translations" ]
      [ "accounts" ]
    ];
  }
]
