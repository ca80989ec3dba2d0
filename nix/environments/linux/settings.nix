/**
  One machine, and how its web server shows sites.
*/
{ types }:
let
  inherit (import ../../resources/values { inherit types; }) path;
  inherit (import ../../resources/option.nix) filled option;
  inherit (import ../../contract/names.nix) isDomain;
  machines = import ../../machines/options.nix { inherit types; };

  # Names of sites are one label before it.
  base = import ../../contract/types/scalar.nix {
    form.kind = "base";
    verdict = value: if builtins.isString value && isDomain "a.${value}" then null else "not-a-domain";
  };
in
types.group [
  (option "machine" (types.group machines.machine) "Machine" { de = "Maschine"; })
  (option "access" (types.group [ machines.key ]) "Access to the machine" {
    de = "Zugang zur Maschine";
  })
  (
    filled "/var/www/fediversity" (
      option "webRoot" path "Directory of the sites" { de = "Verzeichnis der Websites"; }
    )
    // {
      help = {
        en = "The machine's nginx includes */nginx.conf below it.";
        de = "Der nginx der Maschine bindet darunter */nginx.conf ein.";
      };
    }
  )
  (
    option "base" base "What names of sites end in" { de = "Worauf Namen von Websites enden"; }
    // {
      help = {
        en = "All names below it lead to the machine.";
        de = "Alle Namen darunter führen zur Maschine.";
      };
      example = "sites.example.org";
    }
  )
  (
    filled null (
      option "certificate" (types.optional (
        types.group [
          (option "certificate" path "File of the certificate, with its chain" {
            de = "Datei des Zertifikats, mit seiner Kette";
          })
          (option "key" path "File of its key" { de = "Datei seines Schlüssels"; })
        ]
      )) "Certificate" { de = "Zertifikat"; }
    )
    // {
      help = {
        en = "Of the machine, for all names below the domain of the sites. Without one, sites are served by HTTP.";
        de = "Auf der Maschine, für alle Namen unter der Domain der Websites. Ohne Zertifikat werden Websites über HTTP ausgeliefert.";
      };
    }
  )
  (filled null (
    option "port" (types.optional types.port) "Port of the sites, where it is not the usual one" {
      de = "Port der Websites, wenn es nicht der übliche ist";
    }
  ))
]
