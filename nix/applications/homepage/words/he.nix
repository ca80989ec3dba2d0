{
  language = "עברית";
  direction = "rtl";
  languages = "שפות";
  links = "איפה אפשר למצוא אותנו";
  contact = "יצירת קשר";
  write = "כתבו לנו";
  legalNotice = "מידע משפטי";
  privacy = "פרטיות";
  rules = "כללים";
  notFound = "הדף לא נמצא";
  nothingHere = "אין דבר בכתובת הזאת.";
  home = "לדף הבית";
  kinds = {
    social = "רשת חברתית";
    video = "סרטונים";
    photos = "תמונות";
    music = "מוזיקה";
    chat = "צ׳אט";
    forum = "פורום";
    events = "אירועים";
    website = "אתר";
  };
}
