{ types }:
let
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
  options = [
    (amount "cores" 1 128 2
      {
        en = "Processor cores";
        de = "Prozessorkerne";
      }
      {
        en = "Making photos smaller uses them most.";
        de = "Am meisten braucht sie das Verkleinern von Fotos.";
      }
    )
    (amount "memoryMiB" 2048 1048576 4096
      {
        en = "Memory in MiB";
        de = "Arbeitsspeicher in MiB";
      }
      {
        en = "Web processes take up to 80 MiB each and workers about 100; the database and the queues need the rest.";
        de = "Webprozesse brauchen je bis zu 80 MiB und Arbeiter etwa 100; den Rest brauchen Datenbank und Warteschlangen.";
      }
    )
    (amount "diskMiB" 10240 1073741824 40960
      {
        en = "Disk in MiB";
        de = "Festplatte in MiB";
      }
      {
        en = "A photo takes 1 to 3 MiB in all its sizes, unless photos are in object storage. It can grow later, but not shrink.";
        de = "Ein Foto braucht in allen Größen 1 bis 3 MiB, außer die Fotos liegen im Objektspeicher. Sie kann später wachsen, aber nicht schrumpfen.";
      }
    )
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
