/**
  Names of users that Mastodon gives to nobody, so that the first administrator can't have them either: some as a whole,
  some also inside of longer ones. It reads digits as the letters that they look like.
  Source: Mastodon 4.5, db/seeds/05_blocked_usernames.rb and app/models/username_block.rb; what 4.4 has in
  config/settings.yml is among these.
*/
options:
let
  inherit (builtins) any elem replaceStrings;
  whole = [
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
  ];
  inside = [
    "mastadon"
    "mastodon"
  ];

  name =
    replaceStrings
      [
        "0"
        "1"
        "2"
        "3"
        "4"
        "5"
        "7"
        "8"
        "9"
      ]
      [
        "o"
        "i"
        "z"
        "e"
        "a"
        "s"
        "t"
        "b"
        "g"
      ]
      (import ./user-name.nix options.administrator.name);
  holds = part: replaceStrings [ part ] [ "" ] name != name;
in
if elem name whole || any holds inside then
  [
    {
      path = [
        "administrator"
        "name"
      ];
      code = "reserved";
    }
  ]
else
  [ ]
