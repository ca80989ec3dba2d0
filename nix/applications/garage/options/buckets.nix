{ types }:
let
  inherit (types.parts.units) gibibyte mebibyte;
in
{
  label = {
    en = "Buckets";
    de = "Buckets";
  };
  help = {
    en = "Files lie in buckets. Each has its own name and its own limit.";
    de = "Dateien liegen in Buckets. Jedes hat einen eigenen Namen und eine eigene Grenze.";
  };
  options = [
    {
      name = "buckets";
      type = types.list {
        min = 1;
        max = 100;
        of = types.group [
          {
            name = "name";
            type = types.label;
            label = {
              en = "Name";
              de = "Name";
            };
            help = {
              en = "At least three characters, and another one for each bucket. A bucket whose name you remove here keeps its files, and you see it again when you add the name.";
              de = "Mindestens drei Zeichen, und für jedes Bucket ein anderer. Ein Bucket, dessen Namen Sie hier entfernen, behält seine Dateien; fügen Sie den Namen wieder hinzu, ist es wieder da.";
            };
            example = "backups";
          }
          {
            name = "public";
            type = types.boolean;
            default = false;
            label = {
              en = "Everybody may read it";
              de = "Alle dürfen es lesen";
            };
            help = {
              en = "Whoever knows the address of a file can fetch it. Nobody gets a list of files.";
              de = "Wer die Adresse einer Datei kennt, kann sie abrufen. Eine Liste der Dateien erhält niemand.";
            };
          }
          {
            name = "quota";
            type = types.optional (
              types.size {
                min = mebibyte;
                max = 1048576 * gibibyte;
                step = mebibyte;
              }
            );
            default = null;
            label = {
              en = "At most";
              de = "Höchstens";
            };
            help = {
              en = "Programs can't store more than this in the bucket. Without a limit, one bucket can fill the disk.";
              de = "Mehr können Programme in diesem Bucket nicht ablegen. Ohne Grenze kann ein Bucket die Festplatte füllen.";
            };
          }
        ];
      };
      label = {
        en = "Buckets";
        de = "Buckets";
      };
    }
    {
      name = "bucketHosts";
      type = types.boolean;
      default = false;
      label = {
        en = "Buckets as host names";
        de = "Buckets als Hostnamen";
      };
      help = {
        en = "Some programs put the bucket before the domain. It takes a certificate for all names below the domain, which not every hosting provider offers.";
        de = "Manche Programme setzen das Bucket vor die Domain. Dafür braucht es ein Zertifikat für alle Namen unter der Domain, das nicht jeder Hosting-Anbieter bietet.";
      };
    }
  ];
}
