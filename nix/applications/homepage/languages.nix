/**
  The languages that a page can be in. Each has a file with the page's own words.
*/
let
  inherit (builtins) listToAttrs;

  order = [
    "en"
    "de"
    "fr"
    "nl"
    "es"
    "it"
    "pl"
    "pt"
    "sv"
    "da"
    "nb"
    "fi"
    "cs"
    "uk"
    "ar"
    "he"
  ];
  words = listToAttrs (
    map (name: {
      inherit name;
      value = import (./words + "/${name}.nix");
    }) order
  );
in
{
  /**
    The page's own words, by language.
  */
  inherit words;

  /**
    The languages as a choice. Each calls itself by its own name in every form.
  */
  choices = map (value: {
    inherit value;
    label = {
      en = words.${value}.language;
      de = words.${value}.language;
    };
  }) order;
}
