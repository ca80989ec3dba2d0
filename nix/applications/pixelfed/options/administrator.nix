{ types }:
{
  label = {
    en = "First administrator";
    de = "Erste Administration";
  };
  help = {
    en = "An account that may do everything. It gets a password that you are shown once; change it after you signed in.";
    de = "Ein Konto, das alles darf. Es bekommt ein Passwort, das Ihnen einmal gezeigt wird; ändern Sie es, nachdem Sie sich angemeldet haben.";
  };
  options = [
    {
      name = "administrator";
      type = types.group [
        {
          name = "user";
          type = types.label;
          label = {
            en = "User name";
            de = "Benutzername";
          };
          help = {
            en = "Small letters, digits and a hyphen. Take a person's name: Pixelfed keeps admin, support, photos and many others for itself. Once the account is there, another name here changes nothing.";
            de = "Kleinbuchstaben, Ziffern und ein Bindestrich. Nehmen Sie den Namen einer Person: admin, support, photos und viele andere behält Pixelfed für sich. Sobald das Konto da ist, ändert ein anderer Name hier nichts mehr.";
          };
          example = "anna";
        }
        {
          name = "email";
          type = types.email;
          label = {
            en = "E-mail address";
            de = "E-Mail-Adresse";
          };
          help = {
            en = "For new passwords and for what has to be decided. Once the account is there, it is changed in its own settings.";
            de = "Für neue Passwörter und für alles, was zu entscheiden ist. Sobald das Konto da ist, wird sie in dessen eigenen Einstellungen geändert.";
          };
          example = "anna@example.org";
        }
      ];
      label = {
        en = "Account";
        de = "Konto";
      };
    }
  ];
}
