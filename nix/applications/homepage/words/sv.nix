{
  language = "Svenska";
  direction = "ltr";
  languages = "Språk";
  links = "Här finns vi";
  contact = "Kontakt";
  write = "Skriv till oss";
  legalNotice = "Juridisk information";
  privacy = "Integritet";
  rules = "Regler";
  notFound = "Sidan finns inte";
  nothingHere = "Det finns inget på den här adressen.";
  home = "Till startsidan";
  kinds = {
    social = "Socialt nätverk";
    video = "Videor";
    photos = "Foton";
    music = "Musik";
    chat = "Chatt";
    forum = "Forum";
    events = "Evenemang";
    website = "Webbplats";
  };
}
