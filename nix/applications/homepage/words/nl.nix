{
  language = "Nederlands";
  direction = "ltr";
  languages = "Talen";
  links = "Waar u ons vindt";
  contact = "Contact";
  write = "Schrijf ons";
  legalNotice = "Colofon";
  privacy = "Privacy";
  rules = "Regels";
  notFound = "Pagina niet gevonden";
  nothingHere = "Op dit adres staat niets.";
  home = "Naar de startpagina";
  kinds = {
    social = "Sociaal netwerk";
    video = "Video’s";
    photos = "Foto’s";
    music = "Muziek";
    chat = "Chat";
    forum = "Forum";
    events = "Evenementen";
    website = "Website";
  };
}
