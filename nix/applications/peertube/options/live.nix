{ types }:
let
  on = {
    option = [ "live" ];
    is = [ true ];
  };
  prepared = [
    on
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
  way = value: label: { inherit value label; };
in
{
  label = {
    en = "Live";
    de = "Live";
  };
  help = {
    en = "People send from a program such as OBS, and others watch at the same time. It needs more of the machine than anything else.";
    de = "Man sendet aus einem Programm wie OBS, und andere sehen gleichzeitig zu. Nichts anderes fordert die Maschine so sehr.";
  };
  options = [
    {
      name = "live";
      type = types.boolean;
      label = {
        en = "Live videos";
        de = "Live-Videos";
      };
      default = false;
    }
    {
      name = "liveProtocol";
      type = types.choice [
        (way "rtmps" {
          en = "Encrypted (RTMPS)";
          de = "Verschlüsselt (RTMPS)";
        })
        (way "rtmp" {
          en = "Not encrypted (RTMP)";
          de = "Unverschlüsselt (RTMP)";
        })
        (way "both" {
          en = "Both";
          de = "Beides";
        })
      ];
      label = {
        en = "Way of sending";
        de = "Art des Sendens";
      };
      help = {
        en = "Without encryption, somebody on the way could read the key and send in another's name. Old programs know nothing else.";
        de = "Ohne Verschlüsselung könnte unterwegs jemand den Schlüssel mitlesen und in fremdem Namen senden. Alte Programme können nichts anderes.";
      };
      default = "both";
      visibleWhen = [ on ];
    }
    {
      name = "liveLimit";
      type = types.optional (count 1000);
      label = {
        en = "Most live videos at once";
        de = "Höchstzahl gleichzeitiger Live-Videos";
      };
      help = {
        en = "Left empty, there is no limit.";
        de = "Bleibt das leer, gibt es keine Grenze.";
      };
      default = 3;
      visibleWhen = [ on ];
    }
    {
      name = "liveLimitPerPerson";
      type = types.optional (count 1000);
      label = {
        en = "Most live videos of one person at once";
        de = "Höchstzahl gleichzeitiger Live-Videos je Person";
      };
      default = 1;
      visibleWhen = [ on ];
    }
    {
      name = "liveDuration";
      type = types.optional (
        types.duration {
          min = 60;
          max = 31536000;
        }
      );
      label = {
        en = "Longest live video";
        de = "Längstes Live-Video";
      };
      help = {
        en = "It is ended after this time. Left empty, there is no limit.";
        de = "Nach dieser Zeit wird es beendet. Bleibt das leer, gibt es keine Grenze.";
      };
      default = 21600;
      visibleWhen = [ on ];
    }
    {
      name = "liveReplay";
      type = types.boolean;
      label = {
        en = "Can be watched afterwards";
        de = "Können danach angesehen werden";
      };
      help = {
        en = "If whoever sends wants it. The recording counts as an upload.";
        de = "Wenn es will, wer sendet. Die Aufzeichnung zählt als hochgeladen.";
      };
      default = true;
      visibleWhen = prepared;
    }
    {
      name = "liveResolutions";
      type = types.list {
        of = types.choice (import ../resolutions.nix).choices;
        max = 9;
      };
      label = {
        en = "Further resolutions";
        de = "Weitere Auflösungen";
      };
      help = {
        en = "Made while somebody sends, beside the one that they send in. Each takes about one processor core. Leave it empty for none.";
        de = "Entstehen, während jemand sendet, neben der gesendeten. Jede braucht etwa einen Prozessorkern. Lassen Sie es leer, wenn es keine geben soll.";
      };
      default = [ ];
      visibleWhen = [ on ];
    }
    {
      name = "liveThreads";
      type = count 64;
      label = {
        en = "Processor cores for one live video";
        de = "Prozessorkerne für ein Live-Video";
      };
      default = 2;
      visibleWhen = [
        on
        {
          option = [ "liveResolutions" ];
          isNot = [ [ ] ];
        }
      ];
    }
  ];
}
