{ types }:
{
  label = {
    en = "Address";
    de = "Adresse";
  };
  help = {
    en = "Where programs find your storage.";
    de = "Wo Programme Ihren Speicher finden.";
  };
  options = [
    {
      name = "domain";
      type = types.domain;
      immutable = true;
      title = true;
      label = {
        en = "Domain";
        de = "Domain";
      };
      help = {
        en = "Programs use it as endpoint. You can't change it later, since every program would have to be set up again.";
        de = "Programme verwenden sie als Endpunkt. Sie lässt sich später nicht ändern, denn jedes Programm müsste neu eingerichtet werden.";
      };
      example = "s3.example.org";
    }
    {
      name = "webDomain";
      type = types.domain;
      immutable = true;
      defaultFrom = [
        "web."
        { option = [ "domain" ]; }
      ];
      label = {
        en = "Domain of public files";
        de = "Domain öffentlicher Dateien";
      };
      help = {
        en = "A bucket that everybody may read gets its name below this domain. You can't change it later, since links to files would break.";
        de = "Ein Bucket, das alle lesen dürfen, erhält seinen Namen unter dieser Domain. Sie lässt sich später nicht ändern, denn Links auf Dateien gingen ins Leere.";
      };
      example = "files.example.org";
    }
    {
      name = "region";
      type = types.label;
      immutable = true;
      default = "garage";
      label = {
        en = "Region";
        de = "Region";
      };
      help = {
        en = "S3 programs ask for it; any word will do. You can't change it later, since programs sign what they send with it.";
        de = "S3-Programme fragen danach; jedes Wort ist recht. Sie lässt sich später nicht ändern, denn Programme unterschreiben damit, was sie senden.";
      };
    }
  ];
}
