{ types }:
let
  whenOn = [
    {
      option = [ "transcoding" ];
      is = [ true ];
    }
  ];
  count =
    max:
    types.integer {
      min = 1;
      inherit max;
    };
in
{
  label = {
    en = "Videos";
    de = "Videos";
  };
  help = {
    en = "What PeerTube makes of what people upload.";
    de = "Was PeerTube aus dem Hochgeladenen macht.";
  };
  options = [
    {
      name = "transcoding";
      type = types.boolean;
      label = {
        en = "Prepare videos";
        de = "Videos aufbereiten";
      };
      help = {
        en = "So that they play on every device and with a slow connection. Without it, many videos won't play.";
        de = "Damit sie auf jedem Gerät und mit langsamer Verbindung laufen. Ohne das lassen sich viele Videos nicht abspielen.";
      };
      default = true;
    }
    {
      name = "resolutions";
      type = types.list {
        of = types.choice (import ../resolutions.nix).choices;
        min = 1;
        max = 9;
      };
      label = {
        en = "Resolutions";
        de = "Auflösungen";
      };
      help = {
        en = "Each one takes time and room. That of the upload is always there as well, and a higher one is never made.";
        de = "Jede braucht Zeit und Platz. Die des Hochgeladenen gibt es immer dazu, und eine höhere entsteht nie.";
      };
      default = [
        "360p"
        "720p"
        "1080p"
      ];
      visibleWhen = whenOn;
    }
    {
      name = "transcodingJobs";
      type = count 64;
      label = {
        en = "Videos at the same time";
        de = "Videos gleichzeitig";
      };
      help = {
        en = "How many are prepared at once; others wait. At most one for each processor core.";
        de = "Wie viele auf einmal aufbereitet werden; andere warten. Höchstens eines je Prozessorkern.";
      };
      default = 1;
      visibleWhen = whenOn;
    }
    {
      name = "transcodingThreads";
      type = count 64;
      label = {
        en = "Processor cores for one video";
        de = "Prozessorkerne für ein Video";
      };
      help = {
        en = "Leave one core or more for those who watch.";
        de = "Lassen Sie mindestens einen Kern für alle übrig, die zusehen.";
      };
      default = 2;
      visibleWhen = whenOn;
    }
    {
      name = "keepOriginals";
      type = types.boolean;
      label = {
        en = "Keep what was uploaded";
        de = "Hochgeladenes behalten";
      };
      help = {
        en = "The file as it came, for archives. Only its owner and you can get it. It takes as much room again.";
        de = "Die Datei, wie sie kam, für Archive. Nur wer sie hochlud und Sie bekommen sie. Sie braucht noch einmal so viel Platz.";
      };
      default = false;
      visibleWhen = whenOn;
    }
    {
      name = "studio";
      type = types.boolean;
      label = {
        en = "Cut videos in the browser";
        de = "Videos im Browser schneiden";
      };
      help = {
        en = "People can cut their videos and add an opening, an ending or a watermark.";
        de = "Man kann eigene Videos schneiden und Vorspann, Abspann oder Wasserzeichen hinzufügen.";
      };
      default = false;
      visibleWhen = whenOn;
    }
  ];
}
