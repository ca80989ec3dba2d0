{ types }:
let
  only = values: [
    {
      option = [ "registration" ];
      is = values;
    }
  ];
in
{
  label = {
    en = "Who may join";
    de = "Wer beitreten darf";
  };
  help = {
    en = "Moderators can change it at any time in Mastodon. A change that you make here applies once, when it is deployed.";
    de = "Wer moderiert, kann es jederzeit in Mastodon ändern. Eine Änderung, die Sie hier machen, wirkt einmal, beim Bereitstellen.";
  };
  options = [
    {
      name = "registration";
      type = types.choice [
        {
          value = "approval";
          label = {
            en = "Everybody may ask, and you approve";
            de = "Alle dürfen fragen, und Sie stimmen zu";
          };
        }
        {
          value = "closed";
          label = {
            en = "Only who is invited";
            de = "Nur wer eingeladen ist";
          };
        }
        {
          value = "open";
          label = {
            en = "Everybody, at once";
            de = "Alle, sofort";
          };
        }
      ];
      label = {
        en = "Joining";
        de = "Beitreten";
      };
      help = {
        en = "Open doors attract spam within days. Asking first is what most communities do.";
        de = "Offene Türen ziehen binnen Tagen Spam an. Die meisten Gemeinschaften lassen erst fragen.";
      };
      default = "approval";
    }
    {
      name = "requireReason";
      type = types.boolean;
      visibleWhen = only [ "approval" ];
      label = {
        en = "They have to say why";
        de = "Eine Begründung ist Pflicht";
      };
      default = true;
    }
    {
      name = "staysOpen";
      type = types.boolean;
      visibleWhen = only [ "open" ];
      label = {
        en = "Stay open when no moderator is there";
        de = "Offen bleiben, auch wenn niemand moderiert";
      };
      help = {
        en = "Otherwise Mastodon asks for your approval again once no moderator was there for a week. It tells you by e-mail.";
        de = "Sonst verlangt Mastodon wieder Ihre Zustimmung, sobald eine Woche lang niemand moderiert hat. Es sagt Ihnen das per E-Mail.";
      };
      default = false;
    }
    {
      name = "emailDomains";
      type = types.list {
        max = 50;
        of = types.domain;
      };
      visibleWhen = only [
        "approval"
        "open"
      ];
      label = {
        en = "Only with e-mail addresses of these domains";
        de = "Nur mit E-Mail-Adressen dieser Domains";
      };
      help = {
        en = "For schools or companies whose members have addresses of their own. Left empty, every address will do.";
        de = "Für Schulen oder Betriebe, deren Mitglieder eigene Adressen haben. Bleibt das leer, genügt jede Adresse.";
      };
      default = [ ];
    }
    {
      name = "onePerson";
      type = types.boolean;
      visibleWhen = only [ "closed" ];
      label = {
        en = "For one person";
        de = "Für eine Person";
      };
      help = {
        en = "The start page is then the profile of the first account, and nobody can be invited.";
        de = "Die Startseite ist dann das Profil des ersten Kontos, und niemand kann eingeladen werden.";
      };
      default = false;
    }
  ];
}
