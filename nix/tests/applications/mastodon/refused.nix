/**
  Names that Mastodon keeps for itself, and that its first administrator can't have.
*/
let
  inherit (builtins) filter;
  inherit (import ./made.nix) application;
  evaluate = import ../../nixos/evaluate.nix;

  options = name: {
    domain = "social.example.org";
    title = "Weidenau Social";
    administrator = {
      inherit name;
      email = "anna@example.org";
    };
  };
  isRefused = name: application.refusals (application.options.complete (options name)) != [ ];

  kept = [
    "abuse"
    "account"
    "accounts"
    "admin"
    "administration"
    "administrator"
    "admins"
    "help"
    "helpdesk"
    "instance"
    "mod"
    "moderator"
    "moderators"
    "mods"
    "owner"
    "root"
    "security"
    "server"
    "staff"
    "support"
    "webmaster"
    "mastodon"
    "mastadon"
  ];
  # Digits that look like letters, and names with one of two words inside.
  alike = [
    "m0d"
    "adm1n"
    "mastodon-zwei"
    "h3lp"
    "4dmin"
    "mod5"
    "roo7"
    "a8use"
    "our-mastadon"
    "ma5t0d0n-fan"
  ];
  free = [
    "anna"
    "admin-anna"
    "moderation"
    "admin6"
    "masto"
    # Of which 30 characters count.
    "a23456789012345678901234-mastodon"
  ];
in
[
  {
    name = "mastodon: names that it keeps for itself are refused, also with digits that look like letters";
    expr = filter (name: !isRefused name) (kept ++ alike);
    expected = [ ];
  }
  {
    name = "mastodon: other names are not";
    expr = filter isRefused free;
    expected = [ ];
  }
  {
    name = "mastodon: it is told at the name, before anything is planned";
    expr =
      (evaluate {
        applications.mastodon = options "admin";
      }).requirements.findings;
    expected = [
      {
        path = [
          "mastodon"
          "administrator"
          "name"
        ];
        code = "reserved";
        got = "admin";
      }
    ];
  }
]
