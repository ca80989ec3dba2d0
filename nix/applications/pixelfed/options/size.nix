{ types }:
let
  inherit (types.parts.units) gibibyte;
  amount = name: min: max: default: label: help: {
    inherit
      name
      default
      label
      help
      ;
    type = types.integer { inherit min max; };
  };
in
{
  label = {
    en = "Size";
    de = "Größe";
  };
  help = {
    en = "How much your site can carry. Choosing a number of people fills this in.";
    de = "Wie viel Ihre Seite tragen kann. Die Wahl einer Zahl von Menschen füllt dies aus.";
  };
  options =
    types.parts.machine.options {
      cores = {
        min = 1;
        max = 128;
        default = 2;
        help = {
          en = "Making photos smaller uses them most.";
          de = "Am meisten braucht sie das Verkleinern von Fotos.";
        };
      };
      memory = {
        min = 2 * gibibyte;
        max = 1024 * gibibyte;
        default = 4 * gibibyte;
        help = {
          en = "Web processes take up to 80 MiB each and workers about 100; the database and the queues need the rest.";
          de = "Webprozesse brauchen je bis zu 80 MiB und Arbeiter etwa 100; den Rest brauchen Datenbank und Warteschlangen.";
        };
      };
      disk = {
        min = 10 * gibibyte;
        max = 1048576 * gibibyte;
        default = 40 * gibibyte;
        help = {
          en = "A photo takes 1 to 3 MiB in all its sizes, unless photos are in object storage. It can grow later, but not shrink.";
          de = "Ein Foto braucht in allen Größen 1 bis 3 MiB, außer die Fotos liegen im Objektspeicher. Sie kann später wachsen, aber nicht schrumpfen.";
        };
      };
    }
    ++ [
      (amount "webProcesses" 4 500 16
        {
          en = "Web processes";
          de = "Webprozesse";
        }
        {
          en = "How many requests are answered at once.";
          de = "Wie viele Anfragen zugleich beantwortet werden.";
        }
      )
      (amount "workers" 1 200 6
        {
          en = "Workers";
          de = "Arbeiter";
        }
        {
          en = "How many photos are made smaller, and posts sent to other networks, at once.";
          de = "Wie viele Fotos zugleich verkleinert und Beiträge an andere Netzwerke verschickt werden.";
        }
      )
    ];
}
