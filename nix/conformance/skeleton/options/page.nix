/**
  What the page says.
*/
{ types }:
{
  label = {
    en = "Page";
    de = "Seite";
  };
  help = {
    en = "What people read on it.";
    de = "Was man darauf liest.";
  };
  options = [
    {
      name = "text";
      type = types.text {
        min = 1;
        max = 5000;
        lines = true;
      };
      label = {
        en = "Text";
        de = "Text";
      };
      help = {
        en = "Shown as you write it, line by line.";
        de = "Wird so gezeigt, wie Sie ihn schreiben, Zeile für Zeile.";
      };
    }
  ];
}
