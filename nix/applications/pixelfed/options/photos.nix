{ types }:
let
  inherit (types.parts.units) gibibyte mebibyte;
in
{
  label = {
    en = "Photos";
    de = "Fotos";
  };
  help = {
    en = "What members can share.";
    de = "Was Mitglieder teilen können.";
  };
  options = [
    {
      name = "fileSize";
      type = types.size {
        min = mebibyte;
        max = 2 * gibibyte;
        step = 1024;
      };
      label = {
        en = "Largest file";
        de = "Größte Datei";
      };
      help = {
        en = "Of a photo or video that somebody uploads. Photos are made smaller after that.";
        de = "Eines Fotos oder Videos, das jemand hochlädt. Fotos werden danach verkleinert.";
      };
      default = 15 * mebibyte;
    }
    {
      name = "albumLength";
      type = types.integer {
        min = 1;
        max = 100;
      };
      label = {
        en = "Photos in one album";
        de = "Fotos in einem Album";
      };
      help = {
        en = "At most so many in one post. Mastodon shows the first four.";
        de = "Höchstens so viele in einem Beitrag. Mastodon zeigt die ersten vier.";
      };
      default = 4;
    }
    {
      name = "imageQuality";
      type = types.integer {
        min = 1;
        max = 100;
      };
      label = {
        en = "Quality of photos";
        de = "Qualität der Fotos";
      };
      help = {
        en = "From 1 to 100. More looks better and takes more space; 80 is good for most. It is for new photos only.";
        de = "Von 1 bis 100. Mehr sieht besser aus und braucht mehr Platz; 80 ist meistens gut. Es gilt nur für neue Fotos.";
      };
      default = 80;
    }
    {
      name = "videos";
      type = types.boolean;
      label = {
        en = "Videos";
        de = "Videos";
      };
      help = {
        en = "Members can share short videos (MP4), too. They take much more space.";
        de = "Mitglieder können auch kurze Videos (MP4) teilen. Sie brauchen viel mehr Platz.";
      };
      default = false;
    }
    {
      name = "stories";
      type = types.boolean;
      label = {
        en = "Stories";
        de = "Storys";
      };
      help = {
        en = "Pictures that disappear after a day.";
        de = "Bilder, die nach einem Tag verschwinden.";
      };
      default = false;
    }
    {
      name = "accountSpace";
      type = types.optional (
        types.size {
          min = 10 * mebibyte;
          max = 1024 * gibibyte;
          step = 1024;
        }
      );
      label = {
        en = "Space for each member";
        de = "Platz für jedes Mitglied";
      };
      help = {
        en = "All their photos together. Left empty, there is no limit.";
        de = "Für alle Fotos zusammen. Bleibt das leer, gibt es keine Grenze.";
      };
      default = gibibyte;
    }
  ];
}
