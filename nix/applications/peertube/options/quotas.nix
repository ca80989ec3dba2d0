{ types }:
let
  inherit (types.parts.units) gibibyte;
  room = types.optional (
    types.size {
      min = gibibyte;
      max = 102400 * gibibyte;
    }
  );
in
{
  label = {
    en = "How much people can upload";
    de = "Wie viel man hochladen kann";
  };
  help = {
    en = "For new accounts; you can give single people more or less. What counts is what they upload, not what PeerTube makes of it.";
    de = "Für neue Konten; einzelnen Menschen können Sie mehr oder weniger geben. Es zählt, was sie hochladen, nicht was PeerTube daraus macht.";
  };
  options = [
    {
      name = "quota";
      type = room;
      label = {
        en = "Uploads of one person";
        de = "Hochgeladenes je Person";
      };
      help = {
        en = "An hour of video is 2 to 4 GiB. Left empty, there is no limit but the room that there is.";
        de = "Eine Stunde Video hat 2 bis 4 GiB. Bleibt das leer, gibt es keine Grenze außer dem vorhandenen Platz.";
      };
      default = 50 * gibibyte;
    }
    {
      name = "dailyQuota";
      type = room;
      label = {
        en = "Uploads of one person in a day";
        de = "Hochgeladenes je Person und Tag";
      };
      help = {
        en = "Left empty, there is no daily limit.";
        de = "Bleibt das leer, gibt es keine Tagesgrenze.";
      };
      default = null;
    }
    {
      name = "channels";
      type = types.integer {
        min = 1;
        max = 1000;
      };
      label = {
        en = "Most channels of one person";
        de = "Höchstzahl der Kanäle je Person";
      };
      default = 20;
    }
  ];
}
