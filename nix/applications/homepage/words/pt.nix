{
  language = "Português";
  direction = "ltr";
  languages = "Línguas";
  links = "Onde nos encontrar";
  contact = "Contacto";
  write = "Escreva-nos";
  legalNotice = "Aviso legal";
  privacy = "Privacidade";
  rules = "Regras";
  notFound = "Página não encontrada";
  nothingHere = "Não há nada neste endereço.";
  home = "Ir para a página inicial";
  kinds = {
    social = "Rede social";
    video = "Vídeos";
    photos = "Fotografias";
    music = "Música";
    chat = "Conversa";
    forum = "Fórum";
    events = "Eventos";
    website = "Sítio web";
  };
}
