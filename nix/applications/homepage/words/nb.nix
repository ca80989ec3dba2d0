{
  language = "Norsk bokmål";
  direction = "ltr";
  languages = "Språk";
  links = "Her finner du oss";
  contact = "Kontakt";
  write = "Skriv til oss";
  legalNotice = "Juridisk informasjon";
  privacy = "Personvern";
  rules = "Regler";
  notFound = "Siden finnes ikke";
  nothingHere = "Det finnes ingenting på denne adressen.";
  home = "Til forsiden";
  kinds = {
    social = "Sosialt nettverk";
    video = "Videoer";
    photos = "Bilder";
    music = "Musikk";
    chat = "Chat";
    forum = "Forum";
    events = "Arrangementer";
    website = "Nettsted";
  };
}
