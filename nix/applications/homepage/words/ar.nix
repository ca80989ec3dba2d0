{
  language = "العربية";
  direction = "rtl";
  languages = "اللغات";
  links = "أين تجدوننا";
  contact = "التواصل";
  write = "راسلونا";
  legalNotice = "معلومات قانونية";
  privacy = "الخصوصية";
  rules = "القواعد";
  notFound = "الصفحة غير موجودة";
  nothingHere = "لا يوجد شيء على هذا العنوان.";
  home = "إلى الصفحة الرئيسية";
  kinds = {
    social = "شبكة اجتماعية";
    video = "فيديو";
    photos = "صور";
    music = "موسيقى";
    chat = "دردشة";
    forum = "منتدى";
    events = "فعاليات";
    website = "موقع";
  };
}
