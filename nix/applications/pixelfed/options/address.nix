{ types }:
{
  label = {
    en = "Address";
    de = "Adresse";
  };
  help = {
    en = "Where people find your photos, and the second half of every account's name.";
    de = "Wo man Ihre Fotos findet, und die zweite Hälfte jedes Kontonamens.";
  };
  options = [
    {
      name = "domain";
      type = types.domain;
      label = {
        en = "Domain";
        de = "Domain";
      };
      help = {
        en = "Without https://. It can't be changed later: other networks know every account and every post by it.";
        de = "Ohne https://. Sie lässt sich später nicht ändern: Andere Netzwerke kennen jedes Konto und jeden Beitrag unter ihr.";
      };
      example = "photos.example.org";
      immutable = true;
    }
  ];
}
