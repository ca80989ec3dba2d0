{ types }:
{
  label = {
    en = "First administrator";
    de = "Erste Administratorin, erster Administrator";
  };
  help = {
    en = "This account is made once, at the first deployment. The owner's rights can be given to others later, in Mastodon.";
    de = "Dieses Konto wird einmal angelegt, beim ersten Bereitstellen. Die Rechte können später in Mastodon weitergegeben werden.";
  };
  options = [
    {
      name = "administrator";
      immutable = true;
      type = types.group [
        {
          name = "name";
          type = types.label;
          label = {
            en = "User name";
            de = "Benutzername";
          };
          help = {
            en = "A personal name: small letters and digits; a hyphen becomes an underscore, and 30 characters count. Mastodon keeps names of functions for itself, such as admin, help, moderator, owner or support, and names with “mastodon” in them.";
            de = "Ein persönlicher Name: Kleinbuchstaben und Ziffern; ein Bindestrich wird zum Unterstrich, und 30 Zeichen zählen. Mastodon behält Namen von Funktionen für sich, etwa admin, help, moderator, owner oder support, und Namen, in denen „mastodon“ steht.";
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
            en = "For signing in, and for what Mastodon has to tell you. Others don't see it.";
            de = "Zum Anmelden, und für alles, was Mastodon Ihnen mitzuteilen hat. Andere sehen sie nicht.";
          };
          example = "anna@example.org";
        }
      ];
      label = {
        en = "Account";
        de = "Konto";
      };
      help = {
        en = "It can't be changed here later, since the account exists then: change it in Mastodon.";
        de = "Es kann hier später nicht geändert werden, weil es das Konto dann gibt: Ändern Sie es in Mastodon.";
      };
    }
  ];
}
