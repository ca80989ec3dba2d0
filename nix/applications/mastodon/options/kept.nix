{ types }:
{
  label = {
    en = "How long things are kept";
    de = "Wie lange etwas aufbewahrt wird";
  };
  help = {
    en = "Less is cheaper, and better for people's privacy. What your own members post is never deleted by this.";
    de = "Weniger ist billiger und besser für die Privatsphäre. Was Ihre eigenen Mitglieder veröffentlichen, wird dadurch nie gelöscht.";
  };
  options = [
    {
      name = "remoteMediaDays";
      type = types.optional (
        types.integer {
          min = 1;
          max = 3650;
        }
      );
      label = {
        en = "Files from other servers, in days";
        de = "Dateien von anderen Servern, in Tagen";
      };
      help = {
        en = "Copies that are older are deleted every day, and fetched again when somebody looks at them. Left empty, they stay, and need more room every month.";
        de = "Ältere Kopien werden täglich gelöscht und wieder geholt, wenn jemand sie ansieht. Bleibt das leer, bleiben sie und brauchen jeden Monat mehr Platz.";
      };
      default = 30;
    }
    {
      name = "addressDays";
      type = types.integer {
        min = 1;
        max = 365;
      };
      label = {
        en = "Internet addresses of members, in days";
        de = "Internetadressen der Mitglieder, in Tagen";
      };
      help = {
        en = "Moderators recognise by them who comes back after a ban. After that they are deleted.";
        de = "Daran erkennt, wer moderiert, ob nach einem Ausschluss jemand zurückkommt. Danach werden sie gelöscht.";
      };
      default = 365;
    }
  ];
}
