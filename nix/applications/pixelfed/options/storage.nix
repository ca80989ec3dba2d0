{ types }:
let
  inherit (types.parts.units) gibibyte mebibyte;
  inBucket = [
    {
      option = [ "storage" ];
      is = [ "bucket" ];
    }
  ];
in
{
  label = {
    en = "Where photos are kept";
    de = "Wo Fotos liegen";
  };
  help = {
    en = "On the host of your site, or in object storage, which grows more easily.";
    de = "Auf dem Host Ihrer Seite oder in einem Objektspeicher, der leichter wächst.";
  };
  options = [
    {
      name = "storage";
      type = types.choice [
        {
          value = "host";
          label = {
            en = "On the host";
            de = "Auf dem Host";
          };
        }
        {
          value = "bucket";
          label = {
            en = "In object storage";
            de = "Im Objektspeicher";
          };
        }
      ];
      label = {
        en = "Storage";
        de = "Speicher";
      };
      help = {
        en = "It can't be changed later: photos that are there would stay where they are, and their addresses with them.";
        de = "Das lässt sich später nicht ändern: Vorhandene Fotos blieben, wo sie sind, und ihre Adressen auch.";
      };
      default = "host";
      immutable = true;
    }
    (types.parts.media.domain inBucket {
      label = {
        en = "Domain of the photos";
        de = "Domain der Fotos";
      };
      help = {
        en = "A name of your own, so that photos keep their addresses wherever they are stored. It can't be changed later: other networks keep these addresses.";
        de = "Ein eigener Name, damit Fotos ihre Adresse behalten, wo immer sie liegen. Er lässt sich später nicht ändern: Andere Netzwerke behalten diese Adressen.";
      };
      example = "media.photos.example.org";
    })
    {
      name = "mediaSpace";
      type = types.size {
        min = gibibyte;
        max = 1048576 * gibibyte;
        step = mebibyte;
      };
      label = {
        en = "Space for photos";
        de = "Platz für Fotos";
      };
      help = {
        en = "When it is full, nobody can add photos. You can raise it at any time.";
        de = "Ist er voll, kann niemand Fotos hinzufügen. Sie können ihn jederzeit erhöhen.";
      };
      default = 100 * gibibyte;
      visibleWhen = inBucket;
    }
  ];
}
