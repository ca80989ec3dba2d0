/**
  The form of the home page, and what the catalogue says of it.
*/
let
  contract = import ../../contract;
  inherit (contract.read (import ../../applications/homepage)) described requirements;
in
[
  {
    name = "the home page's name, version and sizes in the catalogue";
    expr = {
      inherit (described) name version;
      sizes = map (
        size:
        "${toString size.people}: ${toString size.cores} ${toString size.memoryMiB} ${toString size.diskMiB}"
      ) described.sizes;
    };
    expected = {
      name = "homepage";
      version = "1.0.0";
      sizes = [
        "20: 0 0 1"
        "100: 0 0 1"
        "1000: 0 0 1"
      ];
    };
  }
  {
    name = "the home page asks for a site of its name";
    expr = requirements { name = "town"; };
    expected = {
      site = {
        type = "static-site";
        request = {
          name = "town";
        };
      };
    };
  }
  {
    name = "the home page's form, with bounds and defaults";
    expr = import ../applications/outline.nix described.options;
    expected = [
      "name: label immutable"
      "title: text min 1 max 80 lines false title"
      "tagline: text min 0 max 160 lines false default \"\""
      "description: text min 0 max 5000 lines true default \"\""
      "language: choice default \"en\" en de fr nl es it pl pt sv da nb fi cs uk ar he"
      "links: list min 0 max 40 default []"
      "links*: group"
      "links*.label: text min 1 max 60 lines false"
      "links*.url: url"
      "links*.description: text min 0 max 160 lines false default \"\""
      "links*.kind: choice default \"website\" social video photos music chat forum events website other"
      "contactText: text min 0 max 1000 lines true default \"\""
      "contactEmail: optional default null"
      "contactEmail?: email"
      "legalNotice: optional default null"
      "legalNotice?: url"
      "privacy: optional default null"
      "privacy?: url"
      "rules: optional default null"
      "rules?: url"
      "colour: colour default \"#2f5d50\""
      "translations: list min 0 max 20 default []"
      "translations*: group"
      "translations*.language: choice en de fr nl es it pl pt sv da nb fi cs uk ar he"
      "translations*.title: text min 0 max 80 lines false default \"\""
      "translations*.tagline: text min 0 max 160 lines false default \"\""
      "translations*.description: text min 0 max 5000 lines true default \"\""
      "translations*.contactText: text min 0 max 1000 lines true default \"\""
      "accounts: optional default null"
      "accounts?: group"
      "accounts?.host: domain"
    ];
  }
]
