{
  language = "Español";
  direction = "ltr";
  languages = "Idiomas";
  links = "Dónde encontrarnos";
  contact = "Contacto";
  write = "Escríbanos";
  legalNotice = "Aviso legal";
  privacy = "Privacidad";
  rules = "Normas";
  notFound = "Página no encontrada";
  nothingHere = "No hay nada en esta dirección.";
  home = "Ir a la página de inicio";
  kinds = {
    social = "Red social";
    video = "Vídeos";
    photos = "Fotos";
    music = "Música";
    chat = "Chat";
    forum = "Foro";
    events = "Eventos";
    website = "Sitio web";
  };
}
