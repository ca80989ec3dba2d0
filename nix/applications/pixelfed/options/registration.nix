{ types }:
let
  whileOpen = [
    {
      option = [ "registration" ];
      is = [
        "open"
        "approved"
      ];
    }
  ];
in
{
  label = {
    en = "New accounts";
    de = "Neue Konten";
  };
  help = {
    en = "Who may join.";
    de = "Wer mitmachen darf.";
  };
  options = [
    {
      name = "registration";
      type = types.choice [
        {
          value = "closed";
          label = {
            en = "Nobody: you create accounts";
            de = "Niemand: Sie legen Konten an";
          };
        }
        {
          value = "approved";
          label = {
            en = "Whoever asks, after you approve";
            de = "Wer fragt, nachdem Sie zugestimmt haben";
          };
        }
        {
          value = "open";
          label = {
            en = "Everybody";
            de = "Alle";
          };
        }
      ];
      label = {
        en = "Who may create an account";
        de = "Wer ein Konto anlegen darf";
      };
      help = {
        en = "Whoever asks tells you why they would like to join; you are told by e-mail. A site that is open to everybody needs people who look after it every day.";
        de = "Wer fragt, schreibt Ihnen, warum; Sie erfahren es per E-Mail. Eine Seite, die allen offensteht, braucht Menschen, die jeden Tag nach ihr sehen.";
      };
      default = "closed";
    }
    {
      name = "confirmEmail";
      type = types.boolean;
      label = {
        en = "New members confirm their e-mail address";
        de = "Neue Mitglieder bestätigen ihre E-Mail-Adresse";
      };
      help = {
        en = "Before that they can do nothing. It keeps out many who mean no good.";
        de = "Vorher können sie nichts tun. Das hält viele fern, die nichts Gutes wollen.";
      };
      default = true;
      visibleWhen = whileOpen;
    }
    {
      name = "mostPeople";
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
        en = "From then on nobody can join. Left empty, there is no limit.";
        de = "Ab dann kann niemand mehr dazukommen. Bleibt das leer, gibt es keine Grenze.";
      };
      default = null;
      visibleWhen = whileOpen;
    }
  ];
}
