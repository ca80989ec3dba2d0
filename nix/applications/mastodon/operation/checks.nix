/**
  How one sees that Mastodon works: its web and its streaming processes answer, it knows its own domain, other servers
  find its accounts, and its units are active.

  Its own account, named like the domain, is there from the first start. Where pages have another domain, the one of the
  accounts has to send on.
*/
{ options, ... }:
let
  inherit (import ../names.nix options) web;
  inherit (import ../workers.nix options) units;

  answers = name: label: url: contains: {
    inherit
      name
      label
      url
      contains
      ;
  };
  unit = label: name: {
    inherit label name;
    unit = "${name}.service";
  };
  webfinger = "https://${options.domain}/.well-known/webfinger?resource=acct:${options.domain}@${options.domain}";
in
[
  (answers "pages" {
    en = "Pages are served";
    de = "Seiten werden ausgeliefert";
  } "https://${web}/health" "OK")
  (answers "streaming" {
    en = "Live updates are served";
    de = "Laufende Aktualisierung antwortet";
  } "https://${web}/api/v1/streaming/health" "OK")
  (answers "identity" {
    en = "It knows its domain";
    de = "Es kennt seine Domain";
  } "https://${web}/api/v2/instance" (builtins.substring 0 200 ''"domain":"${options.domain}"''))
  (
    if options.webDomain == null then
      answers "accounts" {
        en = "Other servers find accounts";
        de = "Andere Server finden Konten";
      } webfinger "acct:"
    else
      {
        name = "accounts";
        label = {
          en = "The domain of the accounts sends other servers on";
          de = "Die Domain der Konten leitet andere Server weiter";
        };
        url = webfinger;
        status = 301;
      }
  )
]
++ map (unit {
  en = "Pages are made";
  de = "Seiten werden erzeugt";
}) units.web
++ map (unit {
  en = "Jobs are done";
  de = "Aufgaben werden erledigt";
}) units.jobs
++ map (unit {
  en = "Live updates are sent";
  de = "Laufende Aktualisierungen werden verschickt";
}) units.streaming
++ map (unit {
  en = "Your settings are applied";
  de = "Ihre Einstellungen sind übernommen";
}) units.settings
