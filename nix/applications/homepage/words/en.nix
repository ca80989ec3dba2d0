{
  language = "English";
  direction = "ltr";
  languages = "Languages";
  links = "Where to find us";
  contact = "Contact";
  write = "Write to us";
  legalNotice = "Legal notice";
  privacy = "Privacy";
  rules = "Rules";
  notFound = "Page not found";
  nothingHere = "There is nothing at this address.";
  home = "To the home page";
  kinds = {
    social = "Social network";
    video = "Videos";
    photos = "Photos";
    music = "Music";
    chat = "Chat";
    forum = "Forum";
    events = "Events";
    website = "Website";
  };
}
