{ types }:
{
  label = {
    en = "Address";
    de = "Adresse";
  };
  help = {
    en = "Where people will find the page.";
    de = "Wo die Seite zu finden sein wird.";
  };
  options = [
    {
      name = "name";
      type = types.label;
      label = {
        en = "Short name";
        de = "Kurzname";
      };
      help = {
        en = "The address of your page starts with it. Small letters, digits and hyphens, for example the name of your town or club. It can't be changed later.";
        de = "Damit beginnt die Adresse Ihrer Seite. Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel der Name Ihrer Stadt oder Ihres Vereins. Er kann später nicht geändert werden.";
      };
      example = "town";
      immutable = true;
    }
  ];
}
