{
  language = "Čeština";
  direction = "ltr";
  languages = "Jazyky";
  links = "Kde nás najdete";
  contact = "Kontakt";
  write = "Napište nám";
  legalNotice = "Právní informace";
  privacy = "Ochrana soukromí";
  rules = "Pravidla";
  notFound = "Stránka nenalezena";
  nothingHere = "Na této adrese nic není.";
  home = "Na úvodní stránku";
  kinds = {
    social = "Sociální síť";
    video = "Videa";
    photos = "Fotky";
    music = "Hudba";
    chat = "Chat";
    forum = "Fórum";
    events = "Akce";
    website = "Web";
  };
}
