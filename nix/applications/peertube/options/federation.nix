{ types }:
let
  way = value: label: { inherit value label; };
  whenOn = [
    {
      option = [ "federation" ];
      is = [ true ];
    }
  ];
in
{
  label = {
    en = "Others in the Fediverse";
    de = "Andere im Fediverse";
  };
  help = {
    en = "Other PeerTubes, Mastodon and the like can show your videos, and their people can comment. Whom you follow is chosen in PeerTube.";
    de = "Andere PeerTubes, Mastodon und ähnliche können Ihre Videos zeigen, und ihre Leute können kommentieren. Wem Sie folgen, wählen Sie in PeerTube.";
  };
  options = [
    {
      name = "federation";
      type = types.boolean;
      label = {
        en = "Talk with others";
        de = "Mit anderen sprechen";
      };
      default = true;
    }
    {
      name = "followers";
      type = types.choice [
        (way "everybody" {
          en = "Every PeerTube";
          de = "Jedes PeerTube";
        })
        (way "approved" {
          en = "Those that you accept";
          de = "Die, die Sie annehmen";
        })
        (way "nobody" {
          en = "None";
          de = "Keines";
        })
      ];
      label = {
        en = "Who may show all your videos";
        de = "Wer alle Ihre Videos zeigen darf";
      };
      help = {
        en = "Single people elsewhere can always follow single channels.";
        de = "Einzelne Menschen anderswo können einzelnen Kanälen immer folgen.";
      };
      default = "everybody";
      visibleWhen = whenOn;
    }
    {
      name = "followBack";
      type = types.boolean;
      label = {
        en = "Follow back";
        de = "Zurückfolgen";
      };
      help = {
        en = "Videos of every PeerTube that follows you appear on yours. You are asked by nobody.";
        de = "Videos jedes PeerTubes, das Ihnen folgt, erscheinen auf Ihrem. Niemand fragt Sie vorher.";
      };
      default = false;
      visibleWhen = whenOn;
    }
    {
      name = "remoteSearch";
      type = types.boolean;
      label = {
        en = "Visitors can fetch videos from elsewhere";
        de = "Gäste können Videos von anderswo holen";
      };
      help = {
        en = "By searching for their address. Members always can.";
        de = "Indem sie nach ihrer Adresse suchen. Mitglieder können das immer.";
      };
      default = false;
      visibleWhen = whenOn;
    }
  ];
}
