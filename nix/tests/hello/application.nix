/**
  The smallest application: a program that greets, in a login shell.
*/
{ types }:
{
  contract = 1;
  name = "hello";
  version = "1.0.0";
  label = {
    en = "Hello";
    de = "Hallo";
  };
  summary = {
    en = "Greets you.";
    de = "Begrüßt Sie.";
  };
  sizes = [ ];
  sections = [
    {
      label = {
        en = "Greeting";
        de = "Gruß";
      };
      help = {
        en = "Who may greet.";
        de = "Wer grüßen darf.";
      };
      options = [
        {
          name = "traditional";
          type = types.boolean;
          label = {
            en = "In the old way";
            de = "Auf die alte Art";
          };
          default = false;
        }
      ];
    }
  ];
  requirements = options: {
    shell.login-shell.packages = if options.traditional then [ "hello-traditional" ] else [ "hello" ];
  };
}
