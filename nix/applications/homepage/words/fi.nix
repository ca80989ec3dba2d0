{
  language = "Suomi";
  direction = "ltr";
  languages = "Kielet";
  links = "Täältä löydät meidät";
  contact = "Yhteystiedot";
  write = "Kirjoita meille";
  legalNotice = "Oikeudellinen ilmoitus";
  privacy = "Tietosuoja";
  rules = "Säännöt";
  notFound = "Sivua ei löytynyt";
  nothingHere = "Tässä osoitteessa ei ole mitään.";
  home = "Etusivulle";
  kinds = {
    social = "Sosiaalinen verkosto";
    video = "Videot";
    photos = "Kuvat";
    music = "Musiikki";
    chat = "Keskustelu";
    forum = "Foorumi";
    events = "Tapahtumat";
    website = "Verkkosivusto";
  };
}
