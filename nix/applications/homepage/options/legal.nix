{ types }:
let
  page = name: label: help: {
    inherit name label help;
    type = types.optional types.url;
    default = null;
  };
in
{
  label = {
    en = "Rules and legal pages";
    de = "Regeln und rechtliche Seiten";
  };
  help = {
    en = "Addresses of pages that you have elsewhere. They are linked at the foot of the page.";
    de = "Adressen von Seiten, die Sie anderswo haben. Sie werden am Fuß der Seite verlinkt.";
  };
  options = [
    (page "legalNotice"
      {
        en = "Legal notice";
        de = "Impressum";
      }
      {
        en = "Who is responsible. Some countries require it.";
        de = "Wer verantwortlich ist. In manchen Ländern ist das Pflicht.";
      }
    )
    (page "privacy"
      {
        en = "Privacy";
        de = "Datenschutz";
      }
      {
        en = "What happens to what you know about people.";
        de = "Was mit dem geschieht, was Sie über Menschen wissen.";
      }
    )
    (page "rules"
      {
        en = "Community rules";
        de = "Regeln der Gemeinschaft";
      }
      {
        en = "How you treat each other.";
        de = "Wie Sie miteinander umgehen.";
      }
    )
  ];
}
