{ types }:
{
  label = {
    en = "Videos from elsewhere";
    de = "Videos von anderswo";
  };
  help = {
    en = "People can bring videos that are on the web already.";
    de = "Man kann Videos mitbringen, die schon im Netz sind.";
  };
  options = [
    {
      name = "importByAddress";
      type = types.boolean;
      label = {
        en = "Import by address";
        de = "Über eine Adresse holen";
      };
      help = {
        en = "PeerTube fetches what stands at an address, from YouTube for example, with a program that it loads from the web and keeps up to date by itself. Turn it on only if you trust the people who upload: your machine visits whatever they enter.";
        de = "PeerTube holt, was unter einer Adresse steht, etwa von YouTube, mit einem Programm, das es selbst aus dem Netz lädt und aktuell hält. Schalten Sie das nur ein, wenn Sie allen vertrauen, die hochladen: Ihre Maschine besucht, was immer sie eingeben.";
      };
      default = false;
    }
    {
      name = "synchronisation";
      type = types.boolean;
      label = {
        en = "Follow channels elsewhere";
        de = "Kanälen anderswo folgen";
      };
      help = {
        en = "New videos of a channel elsewhere are fetched every hour.";
        de = "Neue Videos eines Kanals anderswo werden stündlich geholt.";
      };
      default = false;
      visibleWhen = [
        {
          option = [ "importByAddress" ];
          is = [ true ];
        }
      ];
    }
  ];
}
