/**
  Names that Pixelfed keeps for itself, and that its first administrator can't have.
*/
let
  inherit (builtins) filter;
  inherit (import ./samples.nix) application options;
  evaluate = import ../../nixos/evaluate.nix;

  named = user: {
    administrator = {
      inherit user;
      email = "anna@example.org";
    };
  };
  isRefused = user: application.refusals (options (named user)) != [ ];
in
[
  {
    name = "pixelfed: names that it keeps for itself are refused";
    expr = filter (user: !isRefused user) [
      "400"
      "admin"
      "administrator"
      "api"
      "broadcast"
      "cdn"
      "contact-us"
      "docs"
      "email"
      "faq"
      "follow-me"
      "help-center"
      "i"
      "import"
      "it"
      "localhost"
      "mail"
      "me"
      "my2026"
      "news-room"
      "ns1"
      "official"
      "photos"
      "pop3"
      "privacy"
      "register"
      "root"
      "security"
      "settings"
      "stories"
      "support"
      "system"
      "u"
      "username"
      "web"
      "webmaster"
      "year-in-review"
      "z"
    ];
    expected = [ ];
  }
  {
    name = "pixelfed: other names are not";
    expr = filter isRefused [
      "anna"
      "admin-anna"
      "photographer"
      "200"
      "my2031"
    ];
    expected = [ ];
  }
  {
    name = "pixelfed: it is told at the name, before anything is planned";
    expr =
      (evaluate {
        applications.pixelfed = {
          domain = "photos.example.org";
          name = "Photos of Weidenau";
        }
        // named "support";
      }).requirements.findings;
    expected = [
      {
        path = [
          "pixelfed"
          "administrator"
          "user"
        ];
        code = "reserved";
        got = "support";
      }
    ];
  }
]
