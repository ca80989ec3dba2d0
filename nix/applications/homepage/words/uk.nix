{
  language = "Українська";
  direction = "ltr";
  languages = "Мови";
  links = "Де нас знайти";
  contact = "Контакти";
  write = "Напишіть нам";
  legalNotice = "Правова інформація";
  privacy = "Приватність";
  rules = "Правила";
  notFound = "Сторінку не знайдено";
  nothingHere = "За цією адресою нічого немає.";
  home = "На головну сторінку";
  kinds = {
    social = "Соціальна мережа";
    video = "Відео";
    photos = "Світлини";
    music = "Музика";
    chat = "Чат";
    forum = "Форум";
    events = "Події";
    website = "Вебсайт";
  };
}
