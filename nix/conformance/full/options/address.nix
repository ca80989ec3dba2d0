/**
  Where people find it.
*/
{ types }:
{
  label = {
    en = "Address";
    de = "Adresse";
  };
  help = {
    en = "Where people find your page.";
    de = "Wo man Ihre Seite findet.";
  };
  options = [
    {
      name = "domain";
      type = types.domain;
      immutable = true;
      title = true;
      example = "notices.example.org";
      label = {
        en = "Domain";
        de = "Domain";
      };
      help = {
        en = "A domain that belongs to you. It can't be changed later, since others keep links to it.";
        de = "Eine Domain, die Ihnen gehört. Sie kann später nicht geändert werden, weil andere auf sie verlinken.";
      };
    }
  ];
}
