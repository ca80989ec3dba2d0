{ types }:
let
  way = value: label: { inherit value label; };
in
{
  label = {
    en = "Those who watch";
    de = "Wer zusieht";
  };
  help = {
    en = "What visitors see at first, and what is known about them.";
    de = "Was Gäste zuerst sehen, und was man über sie weiß.";
  };
  options = [
    {
      name = "sensitive";
      type = types.choice [
        (way "do_not_list" {
          en = "Are not listed";
          de = "Werden nicht gelistet";
        })
        (way "blur" {
          en = "Are listed, with a blurred picture";
          de = "Werden gelistet, mit unscharfem Bild";
        })
        (way "display" {
          en = "Are shown like all others";
          de = "Werden wie alle anderen gezeigt";
        })
      ];
      label = {
        en = "Videos marked as sensitive";
        de = "Als heikel markierte Videos";
      };
      help = {
        en = "For visitors, and for members who chose nothing else.";
        de = "Für Gäste und für Mitglieder, die nichts anderes gewählt haben.";
      };
      default = "do_not_list";
    }
    {
      name = "mostlySensitive";
      type = types.boolean;
      label = {
        en = "Most of your videos are sensitive";
        de = "Die meisten Ihrer Videos sind heikel";
      };
      help = {
        en = "Lists of PeerTubes say so.";
        de = "Verzeichnisse von PeerTubes sagen das.";
      };
      default = false;
    }
    {
      name = "peerToPeer";
      type = types.boolean;
      label = {
        en = "Viewers help each other";
        de = "Zuschauende helfen einander";
      };
      help = {
        en = "Browsers that watch the same video pass parts of it on, which saves you bandwidth. They learn each other's network addresses.";
        de = "Browser, die dasselbe Video zeigen, reichen Teile davon weiter; das spart Ihnen Bandbreite. Sie erfahren dabei die Netzadressen der anderen.";
      };
      default = true;
    }
    {
      name = "shortenAddresses";
      type = types.boolean;
      label = {
        en = "Shorten network addresses in logs";
        de = "Netzadressen in Protokollen kürzen";
      };
      help = {
        en = "Logs then don't say who watched what.";
        de = "Protokolle sagen dann nicht, wer was angesehen hat.";
      };
      default = true;
    }
  ];
}
