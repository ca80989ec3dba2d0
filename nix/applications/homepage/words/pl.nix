{
  language = "Polski";
  direction = "ltr";
  languages = "Języki";
  links = "Gdzie nas znaleźć";
  contact = "Kontakt";
  write = "Napisz do nas";
  legalNotice = "Nota prawna";
  privacy = "Prywatność";
  rules = "Zasady";
  notFound = "Nie znaleziono strony";
  nothingHere = "Pod tym adresem nic nie ma.";
  home = "Do strony głównej";
  kinds = {
    social = "Sieć społecznościowa";
    video = "Filmy";
    photos = "Zdjęcia";
    music = "Muzyka";
    chat = "Czat";
    forum = "Forum";
    events = "Wydarzenia";
    website = "Strona internetowa";
  };
}
