/**
  Who may join, and who looks after it.
*/
{ types }:
let
  option = name: type: label: help: {
    inherit
      name
      type
      label
      help
      ;
  };
in
{
  label = {
    en = "People";
    de = "Menschen";
  };
  help = {
    en = "Who may join, and who looks after it first.";
    de = "Wer dazukommen darf, und wer sich zuerst darum kümmert.";
  };
  options = [
    (
      option "registration" types.boolean
        {
          en = "Everybody may make an account";
          de = "Alle dürfen ein Konto anlegen";
        }
        {
          en = "If not, administrators make accounts for others.";
          de = "Wenn nicht, legen Administratoren Konten für andere an.";
        }
      // {
        default = false;
      }
    )
    (option "administrator"
      (types.group [
        (option "name" types.label
          {
            en = "User name";
            de = "Benutzername";
          }
          {
            en = "What they sign in with.";
            de = "Damit wird angemeldet.";
          }
        )
        (option "email" types.email
          {
            en = "E-mail address";
            de = "E-Mail-Adresse";
          }
          {
            en = "Where they get messages.";
            de = "Wohin Nachrichten gehen.";
          }
        )
      ])
      {
        en = "First administrator";
        de = "Erste Administratorin oder erster Administrator";
      }
      {
        en = "Made once, with a password that is shown to you.";
        de = "Wird einmal angelegt, mit einem Passwort, das Ihnen gezeigt wird.";
      }
    )
  ];
}
