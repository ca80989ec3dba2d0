{ types }:
{
  label = {
    en = "Address";
    de = "Adresse";
  };
  help = {
    en = "Where people find your PeerTube.";
    de = "Wo man Ihr PeerTube findet.";
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
        en = "Every account, video and link is tied to it, and other servers remember it. So it can't be changed later: choose one that you will keep.";
        de = "Jedes Konto, jedes Video und jeder Link hängt daran, und andere Server merken sie sich. Darum kann sie später nicht geändert werden: Wählen Sie eine, die Sie behalten.";
      };
      example = "video.example.org";
      immutable = true;
    }
  ];
}
