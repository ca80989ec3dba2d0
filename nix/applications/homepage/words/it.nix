{
  language = "Italiano";
  direction = "ltr";
  languages = "Lingue";
  links = "Dove trovarci";
  contact = "Contatti";
  write = "Scriveteci";
  legalNotice = "Note legali";
  privacy = "Privacy";
  rules = "Regole";
  notFound = "Pagina non trovata";
  nothingHere = "A questo indirizzo non c’è nulla.";
  home = "Alla pagina iniziale";
  kinds = {
    social = "Rete sociale";
    video = "Video";
    photos = "Foto";
    music = "Musica";
    chat = "Chat";
    forum = "Forum";
    events = "Eventi";
    website = "Sito web";
  };
}
