/**
  How requirements are spread over hosts, as data: `host` says where what runs on a host goes, `storage` where
  object storage goes: "together" on one host, on one of each "application", or "apart".
  See hosts.nix.
*/
{
  all-in-one = {
    label = {
      en = "Everything on one host";
      de = "Alles auf einem Host";
    };
    help = {
      en = "Cheapest, and simplest to back up and to move. One application's load slows the others.";
      de = "Am günstigsten, am einfachsten zu sichern und umzuziehen. Die Last einer Anwendung bremst die anderen.";
    };
    host = "together";
    storage = "together";
  };
  one-each = {
    label = {
      en = "One host per application, storage apart";
      de = "Ein Host pro Anwendung, Speicher getrennt";
    };
    help = {
      en = "Applications can't slow each other, and each can be restarted and moved alone. Needs more machines and addresses.";
      de = "Anwendungen bremsen einander nicht, und jede lässt sich allein neu starten und umziehen. Braucht mehr Maschinen und Adressen.";
    };
    host = "application";
    storage = "apart";
  };
}
