{ types }:
{
  label = {
    en = "Accounts under your own name";
    de = "Konten unter eigenem Namen";
  };
  help = {
    en = "Your members can be @name@your-page, even if their accounts are on another host such as social.your-page.";
    de = "Ihre Mitglieder können @name@ihre-seite heißen, auch wenn ihre Konten anderswo liegen, etwa auf social.ihre-seite.";
  };
  options = [
    {
      name = "accounts";
      type = types.optional (
        types.group [
          {
            name = "host";
            type = types.domain;
            label = {
              en = "Where the accounts are";
              de = "Wo die Konten liegen";
            };
            help = {
              en = "The address of your social network, without https://. It has to be set up for this as well.";
              de = "Die Adresse Ihres sozialen Netzwerks, ohne https://. Es muss ebenfalls darauf eingestellt sein.";
            };
            example = "social.example.org";
          }
        ]
      );
      label = {
        en = "Accounts";
        de = "Konten";
      };
      help = {
        en = "Applications that look for one of your members here are sent there.";
        de = "Anwendungen, die hier nach einem Ihrer Mitglieder suchen, werden dorthin geschickt.";
      };
      default = null;
    }
  ];
}
