{ types }:
let
  inherit (types.parts.units) gibibyte mebibyte;
  number = name: min: max: default: label: help: {
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
    en = "Choose how many people you expect; all of this follows and can be changed later, but the disk can only grow.";
    de = "Wählen Sie, wie viele Menschen Sie erwarten; alles hier folgt daraus und kann später geändert werden, nur kann die Festplatte nur wachsen.";
  };
  options =
    types.parts.machine.options {
      cores = {
        min = 1;
        max = 512;
        default = 4;
        help = {
          en = "Videos and busy days need them.";
          de = "Videos und lebhafte Tage brauchen sie.";
        };
      };
      memory = {
        min = 2 * gibibyte;
        max = 8192 * gibibyte;
        default = 8 * gibibyte;
        help = {
          en = "Each process below takes some hundred MiB.";
          de = "Jeder Prozess unten nimmt einige hundert MiB.";
        };
      };
      disk = {
        min = 10 * gibibyte;
        max = 102400 * gibibyte;
        default = 40 * gibibyte;
        help = {
          en = "For the system and the database, without pictures and videos.";
          de = "Für System und Datenbank, ohne Bilder und Videos.";
        };
      };
    }
    ++ [
      (number "webProcesses" 1 64 2
        {
          en = "Processes for pages";
          de = "Prozesse für Seiten";
        }
        {
          en = "Each needs about 400 MiB of memory.";
          de = "Jeder braucht etwa 400 MiB Arbeitsspeicher.";
        }
      )
      (number "webThreads" 1 64 5
        {
          en = "Requests at once in each of them";
          de = "Gleichzeitige Anfragen in jedem davon";
        }
        {
          en = "Each holds a connection to the database.";
          de = "Jede hält eine Verbindung zur Datenbank.";
        }
      )
      (number "jobProcesses" 1 16 1
        {
          en = "Processes for jobs";
          de = "Prozesse für Aufgaben";
        }
        {
          en = "They deliver posts to other servers and make previews. Add one when posts arrive late.";
          de = "Sie stellen Beiträge anderen Servern zu und machen Vorschaubilder. Nehmen Sie einen dazu, wenn Beiträge spät ankommen.";
        }
      )
      (number "jobThreads" 1 100 25
        {
          en = "Jobs at once in each of them";
          de = "Gleichzeitige Aufgaben in jedem davon";
        }
        {
          en = "Each holds a connection to the database.";
          de = "Jede hält eine Verbindung zur Datenbank.";
        }
      )
      (number "streamingProcesses" 1 16 1
        {
          en = "Processes for live updates";
          de = "Prozesse für laufende Aktualisierung";
        }
        {
          en = "They show new posts without reloading. One fewer than cores is more than enough.";
          de = "Sie zeigen neue Beiträge ohne neues Laden. Einer weniger als Kerne ist mehr als genug.";
        }
      )
      {
        name = "queuesMemory";
        type = types.size {
          min = 64 * mebibyte;
          max = 1024 * gibibyte;
          step = mebibyte;
        };
        label = {
          en = "Memory for timelines and waiting jobs";
          de = "Arbeitsspeicher für Zeitleisten und wartende Aufgaben";
        };
        help = {
          en = "It is part of the host's memory. When it is full, Mastodon stands still.";
          de = "Er ist Teil des Arbeitsspeichers des Hosts. Ist er voll, steht Mastodon still.";
        };
        default = 256 * mebibyte;
      }
    ];
}
