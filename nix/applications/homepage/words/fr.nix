{
  language = "Français";
  direction = "ltr";
  languages = "Langues";
  links = "Où nous trouver";
  contact = "Contact";
  write = "Écrivez-nous";
  legalNotice = "Mentions légales";
  privacy = "Confidentialité";
  rules = "Règles";
  notFound = "Page introuvable";
  nothingHere = "Il n’y a rien à cette adresse.";
  home = "Vers la page d’accueil";
  kinds = {
    social = "Réseau social";
    video = "Vidéos";
    photos = "Photos";
    music = "Musique";
    chat = "Discussion";
    forum = "Forum";
    events = "Événements";
    website = "Site web";
  };
}
