{ types }:
{
  label = {
    en = "Other servers";
    de = "Andere Server";
  };
  help = {
    en = "Whom your members can talk with, and who can read along. Best decided at the start: what other servers have fetched stays there.";
    de = "Mit wem Ihre Mitglieder sprechen können und wer mitlesen kann. Am besten zu Beginn entschieden: Was andere Server geholt haben, bleibt dort.";
  };
  options = [
    {
      name = "federation";
      type = types.choice [
        {
          value = "open";
          label = {
            en = "All servers";
            de = "Alle Server";
          };
        }
        {
          value = "signed";
          label = {
            en = "All servers that say who they are";
            de = "Alle Server, die sagen, wer sie sind";
          };
        }
        {
          value = "limited";
          label = {
            en = "Only servers that you allow";
            de = "Nur Server, die Sie erlauben";
          };
        }
      ];
      label = {
        en = "Servers that may take part";
        de = "Server, die teilnehmen dürfen";
      };
      help = {
        en = "Servers that have to say who they are can't go around a block, but some old software can't, and your host has more to do. With only those that you allow, guests see nothing at all.";
        de = "Server, die sagen müssen, wer sie sind, können eine Sperre nicht umgehen, aber manche alte Software kann das nicht, und Ihr Host hat mehr zu tun. Sind es nur die, die Sie erlauben, sehen Gäste gar nichts.";
      };
      default = "open";
    }
    {
      name = "guestsRead";
      type = types.boolean;
      visibleWhen = [
        {
          option = [ "federation" ];
          is = [
            "open"
            "signed"
          ];
        }
      ];
      label = {
        en = "Guests may read public posts";
        de = "Gäste dürfen öffentliche Beiträge lesen";
      };
      help = {
        en = "Without it, links to posts and profiles open only for those who are signed in.";
        de = "Sonst öffnen sich Links auf Beiträge und Profile nur für Angemeldete.";
      };
      default = true;
    }
  ];
}
