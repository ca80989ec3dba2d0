{ types }:
let
  whileOpen = [
    {
      option = [ "registration" ];
      isNot = [ "closed" ];
    }
  ];
  way = value: label: { inherit value label; };
in
{
  label = {
    en = "Who can join";
    de = "Wer beitreten kann";
  };
  help = {
    en = "Watching needs no account; uploading and commenting do.";
    de = "Ansehen geht ohne Konto; zum Hochladen und Kommentieren braucht man eines.";
  };
  options = [
    {
      name = "registration";
      type = types.choice [
        (way "closed" {
          en = "Nobody: you make the accounts";
          de = "Niemand: Sie legen Konten an";
        })
        (way "approved" {
          en = "Everybody can ask, and you decide";
          de = "Alle können fragen, Sie entscheiden";
        })
        (way "open" {
          en = "Everybody, at once";
          de = "Alle, sofort";
        })
      ];
      label = {
        en = "Registration";
        de = "Registrierung";
      };
      help = {
        en = "Open registration needs somebody who looks at new accounts every day.";
        de = "Bei offener Registrierung muss jemand täglich nach neuen Konten sehen.";
      };
      default = "closed";
    }
    {
      name = "registrationLimit";
      type = types.optional (
        types.integer {
          min = 1;
          max = 1000000;
        }
      );
      label = {
        en = "Most accounts";
        de = "Höchstzahl der Konten";
      };
      help = {
        en = "Registration closes by itself when so many people have one. Left empty, there is no limit.";
        de = "Haben so viele Menschen eines, schließt die Registrierung von selbst. Bleibt das leer, gibt es keine Grenze.";
      };
      default = null;
      visibleWhen = whileOpen;
    }
    {
      name = "verifyEmail";
      type = types.boolean;
      label = {
        en = "Check e-mail addresses";
        de = "E-Mail-Adressen prüfen";
      };
      help = {
        en = "A new account works after its owner opened a link that was sent to them.";
        de = "Ein neues Konto gilt erst, wenn jemand den zugeschickten Link geöffnet hat.";
      };
      default = true;
      visibleWhen = whileOpen;
    }
    {
      name = "minimumAge";
      type = types.integer {
        min = 1;
        max = 99;
      };
      label = {
        en = "Minimum age in years";
        de = "Mindestalter in Jahren";
      };
      help = {
        en = "People confirm it when they join. Ask what the law of your country says.";
        de = "Wer beitritt, bestätigt es. Richten Sie sich nach dem Recht Ihres Landes.";
      };
      default = 16;
      visibleWhen = whileOpen;
    }
    {
      name = "reviewVideos";
      type = types.boolean;
      label = {
        en = "Look at videos before they are public";
        de = "Videos vor der Veröffentlichung ansehen";
      };
      help = {
        en = "New videos wait until one of your moderators lets them through. You can trust single people to publish at once.";
        de = "Neue Videos warten, bis jemand aus Ihrer Moderation sie freigibt. Einzelnen können Sie vertrauen, dann erscheinen ihre sofort.";
      };
      default = false;
    }
  ];
}
