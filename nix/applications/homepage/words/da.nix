{
  language = "Dansk";
  direction = "ltr";
  languages = "Sprog";
  links = "Her finder du os";
  contact = "Kontakt";
  write = "Skriv til os";
  legalNotice = "Juridiske oplysninger";
  privacy = "Privatliv";
  rules = "Regler";
  notFound = "Siden blev ikke fundet";
  nothingHere = "Der er intet på denne adresse.";
  home = "Til forsiden";
  kinds = {
    social = "Socialt netværk";
    video = "Videoer";
    photos = "Fotos";
    music = "Musik";
    chat = "Chat";
    forum = "Forum";
    events = "Begivenheder";
    website = "Websted";
  };
}
