{ types }:
{
  label = {
    en = "Look";
    de = "Aussehen";
  };
  help = {
    en = "The page is light by day and dark where visitors prefer it. Your colour works in both.";
    de = "Die Seite ist hell, und dunkel, wo Gäste das lieber mögen. Ihre Farbe passt zu beidem.";
  };
  options = [
    {
      name = "colour";
      type = types.colour;
      label = {
        en = "Your colour";
        de = "Ihre Farbe";
      };
      help = {
        en = "For the bar at the top and for buttons. Text stays readable whatever you choose.";
        de = "Für den Balken oben und für Schaltflächen. Text bleibt lesbar, was immer Sie wählen.";
      };
      example = "#2f5d50";
      default = "#2f5d50";
    }
  ];
}
