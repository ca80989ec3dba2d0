/**
  The home page of a community: who it is, where its applications are, how to reach it. It can also
  let the community's own domain stand in its members' addresses (see redirects.nix).
*/
{ types }:
let
  size = people: {
    inherit people;
    cores = 0;
    memoryMiB = 0;
    diskMiB = 1;
  };
  section = file: import file { inherit types; };
in
{
  contract = 1;
  name = "homepage";
  version = "1.0.0";

  label = {
    en = "Home page";
    de = "Startseite";
  };
  summary = {
    en = "A page that tells people who you are and where to find you: your texts, your colour, links to everything your community runs, in as many languages as you like.";
    de = "Eine Seite, die zeigt, wer Sie sind und wo man Sie findet: Ihre Texte, Ihre Farbe, Links zu allem, was Ihre Gemeinschaft betreibt, in so vielen Sprachen, wie Sie möchten.";
  };
  sizes = map size [
    20
    100
    1000
  ];

  sections = map section [
    ./options/address.nix
    ./options/identity.nix
    ./options/links.nix
    ./options/contact.nix
    ./options/legal.nix
    ./options/look.nix
    ./options/translations.nix
    ./options/accounts.nix
  ];

  requirements = options: {
    site.static-site = { inherit (options) name; };
  };

  sites =
    { options, resources }:
    {
      site = import ./site.nix {
        inherit options;
        inherit (resources.site) address;
      };
    };
}
