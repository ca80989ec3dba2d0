{
  language = "Deutsch";
  direction = "ltr";
  languages = "Sprachen";
  links = "Hier finden Sie uns";
  contact = "Kontakt";
  write = "Schreiben Sie uns";
  legalNotice = "Impressum";
  privacy = "Datenschutz";
  rules = "Regeln";
  notFound = "Seite nicht gefunden";
  nothingHere = "Unter dieser Adresse gibt es nichts.";
  home = "Zur Startseite";
  kinds = {
    social = "Soziales Netzwerk";
    video = "Videos";
    photos = "Fotos";
    music = "Musik";
    chat = "Chat";
    forum = "Forum";
    events = "Veranstaltungen";
    website = "Website";
  };
}
