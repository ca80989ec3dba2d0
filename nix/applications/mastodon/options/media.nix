{ types }:
let
  inherit (types.parts.units) gibibyte mebibyte;
  inBucket = [
    {
      option = [ "mediaStorage" ];
      is = [ "bucket" ];
    }
  ];
in
{
  label = {
    en = "Pictures and videos";
    de = "Bilder und Videos";
  };
  help = {
    en = "They need far more room than all else, and their addresses stay in posts on other servers.";
    de = "Sie brauchen weit mehr Platz als alles andere, und ihre Adressen bleiben in Beiträgen auf anderen Servern.";
  };
  options = [
    {
      name = "mediaStorage";
      type = types.choice [
        {
          value = "bucket";
          label = {
            en = "In object storage, under a name of their own";
            de = "Im Objektspeicher, unter einem eigenen Namen";
          };
        }
        {
          value = "host";
          label = {
            en = "On the disk of the host";
            de = "Auf der Festplatte des Hosts";
          };
        }
      ];
      immutable = true;
      label = {
        en = "Where they are kept";
        de = "Wo sie liegen";
      };
      help = {
        en = "Object storage can grow apart from the host. It can't be changed later: all files would have to be copied, and the old addresses in other servers' posts would lead nowhere.";
        de = "Objektspeicher kann unabhängig vom Host wachsen. Das kann später nicht geändert werden: Alle Dateien müssten kopiert werden, und die alten Adressen in Beiträgen anderer Server führten ins Leere.";
      };
      default = "bucket";
    }
    (types.parts.media.domain inBucket {
      label = {
        en = "Domain of the files";
        de = "Domain der Dateien";
      };
      help = {
        en = "A name that is yours, so that files keep their addresses when you move to another hosting provider. It can't be changed later: posts on other servers contain it.";
        de = "Ein Name, der Ihnen gehört, damit Dateien ihre Adressen behalten, wenn Sie zu einem anderen Hosting-Anbieter umziehen. Er kann später nicht geändert werden: Beiträge auf anderen Servern enthalten ihn.";
      };
      example = "media.example.org";
    })
    {
      name = "mediaSpace";
      type = types.size {
        min = gibibyte;
        max = 102400 * gibibyte;
        step = mebibyte;
      };
      label = {
        en = "Room for them";
        de = "Platz dafür";
      };
      help = {
        en = "When it is used up, nobody can post pictures. On the disk of the host it comes on top of the disk's size below.";
        de = "Ist er aufgebraucht, kann niemand mehr Bilder zeigen. Auf der Festplatte des Hosts kommt er zu deren Größe unten hinzu.";
      };
      default = 100 * gibibyte;
    }
  ];
}
