{ types }:
let
  inherit (types.parts.units) gibibyte mebibyte;
  inBuckets = [
    {
      option = [ "storage" ];
      is = [ "buckets" ];
    }
  ];
  room = types.size {
    min = gibibyte;
    max = 1048576 * gibibyte;
    step = mebibyte;
  };
in
{
  label = {
    en = "Where videos are kept";
    de = "Wo Videos liegen";
  };
  help = {
    en = "A small community does well with the disk of its machine. Object storage grows further.";
    de = "Einer kleinen Gemeinschaft genügt die Festplatte ihrer Maschine. Objektspeicher wächst weiter.";
  };
  options = [
    {
      name = "storage";
      type = types.choice [
        {
          value = "host";
          label = {
            en = "On the machine's disk";
            de = "Auf der Festplatte der Maschine";
          };
        }
        {
          value = "buckets";
          label = {
            en = "In object storage";
            de = "Im Objektspeicher";
          };
        }
      ];
      label = {
        en = "Place of the files";
        de = "Ort der Dateien";
      };
      help = {
        en = "It can't be changed later, since every video would have to be carried over. In object storage, private videos are hidden, but whoever knows the exact address of a file can get it.";
        de = "Er kann später nicht geändert werden, denn jedes Video müsste umziehen. Im Objektspeicher sind private Videos verborgen, doch wer die genaue Adresse einer Datei kennt, kann sie holen.";
      };
      default = "host";
      immutable = true;
    }
    (types.parts.media.domain inBuckets {
      label = {
        en = "Domain of the video files";
        de = "Domain der Videodateien";
      };
      help = {
        en = "A name of your own, so that your videos keep their addresses wherever they are stored. It stays in what other servers remember, so it can't be changed later.";
        de = "Ein eigener Name, damit Ihre Videos ihre Adressen behalten, wo immer sie liegen. Andere Server merken ihn sich, darum kann er später nicht geändert werden.";
      };
      example = "media.video.example.org";
    })
    {
      name = "mediaSize";
      type = room;
      label = {
        en = "Room for videos";
        de = "Platz für Videos";
      };
      help = {
        en = "Two to three times of what people upload. When it is full, nothing more can be uploaded.";
        de = "Das Zwei- bis Dreifache des Hochgeladenen. Ist er voll, lässt sich nichts mehr hochladen.";
      };
      default = 250 * gibibyte;
      visibleWhen = inBuckets;
    }
    {
      name = "originalsSize";
      type = room;
      label = {
        en = "Room for originals and archives";
        de = "Platz für Originale und Archive";
      };
      help = {
        en = "For what was uploaded, if you keep it, and for the archives that people make of their accounts. Nobody can read it from outside.";
        de = "Für das Hochgeladene, wenn Sie es behalten, und für die Archive, die Menschen von ihren Konten anlegen. Von außen kann es niemand lesen.";
      };
      default = 50 * gibibyte;
      visibleWhen = inBuckets;
    }
  ];
}
