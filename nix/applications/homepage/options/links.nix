{ types }:
let
  kind = value: en: de: {
    inherit value;
    label = { inherit en de; };
  };
in
{
  label = {
    en = "What you run";
    de = "Was Sie betreiben";
  };
  help = {
    en = "The places on the web where your community meets.";
    de = "Die Orte im Netz, an denen sich Ihre Gemeinschaft trifft.";
  };
  options = [
    {
      name = "links";
      type = types.list {
        max = 40;
        of = types.group [
          {
            name = "label";
            type = types.text {
              min = 1;
              max = 60;
            };
            label = {
              en = "Name";
              de = "Name";
            };
            example = "Our videos";
          }
          {
            name = "url";
            type = types.url;
            label = {
              en = "Address";
              de = "Adresse";
            };
            example = "https://video.example.org/";
          }
          {
            name = "description";
            type = types.text { max = 160; };
            label = {
              en = "In one sentence";
              de = "In einem Satz";
            };
            example = "Every concert since 2011.";
            default = "";
          }
          {
            name = "kind";
            type = types.choice [
              (kind "social" "Social network" "Soziales Netzwerk")
              (kind "video" "Videos" "Videos")
              (kind "photos" "Photos" "Fotos")
              (kind "music" "Music and podcasts" "Musik und Podcasts")
              (kind "chat" "Chat" "Chat")
              (kind "forum" "Forum" "Forum")
              (kind "events" "Events" "Veranstaltungen")
              (kind "website" "Website" "Website")
              (kind "other" "Something else" "Etwas anderes")
            ];
            label = {
              en = "What it is";
              de = "Was es ist";
            };
            default = "website";
          }
        ];
      };
      label = {
        en = "Links";
        de = "Links";
      };
      help = {
        en = "In the order in which the page shows them.";
        de = "In der Reihenfolge, in der die Seite sie zeigt.";
      };
      default = [ ];
    }
  ];
}
