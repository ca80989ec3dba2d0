{ types }:
{
  label = {
    en = "Who you are";
    de = "Wer Sie sind";
  };
  help = {
    en = "What people read before they join. You can also change it in Mastodon's own administration; what was entered last counts.";
    de = "Was man liest, bevor man beitritt. Sie können es auch in Mastodons eigener Verwaltung ändern; es gilt, was zuletzt eingegeben wurde.";
  };
  options = [
    {
      name = "title";
      type = types.text {
        min = 1;
        max = 80;
      };
      title = true;
      label = {
        en = "Name of your network";
        de = "Name Ihres Netzwerks";
      };
      example = "Weidenau Social";
    }
    {
      name = "description";
      type = types.text { max = 200; };
      label = {
        en = "In one or two sentences";
        de = "In ein, zwei Sätzen";
      };
      help = {
        en = "Stands on the sign-up page, and in lists of servers.";
        de = "Steht auf der Seite zum Beitreten und in Listen von Servern.";
      };
      example = "For everybody who lives in Weidenau, and those who miss it.";
      default = "";
    }
    {
      name = "contactEmail";
      type = types.optional types.email;
      label = {
        en = "E-mail address for questions";
        de = "E-Mail-Adresse für Fragen";
      };
      help = {
        en = "Everybody can read it. Mastodon expects one on its page about the server.";
        de = "Alle können sie lesen. Mastodon erwartet eine auf seiner Seite über den Server.";
      };
      example = "hello@example.org";
      default = null;
    }
  ];
}
