/**
  Mastodon: short messages that people of other servers can follow.

  What it asks for is in requirements.nix, what runs on its host in nixos.nix, how it is looked after in operation.nix.
*/
{ types }:
let
  section = file: import file { inherit types; };
in
{
  contract = 1;
  name = "mastodon";
  version = "1.0.0";

  label = {
    en = "Mastodon";
    de = "Mastodon";
  };
  summary = {
    en = "A social network of your own: your members write short posts with pictures and videos, and follow people on thousands of other servers, who can follow them.";
    de = "Ein eigenes soziales Netzwerk: Ihre Mitglieder schreiben kurze Beiträge mit Bildern und Videos und folgen Menschen auf Tausenden anderen Servern, die ihnen folgen können.";
  };
  sizes = import ./sizes.nix { inherit types; };

  sections = map section [
    ./options/address.nix
    ./options/identity.nix
    ./options/administrator.nix
    ./options/registration.nix
    ./options/language.nix
    ./options/federation.nix
    ./options/media.nix
    ./options/kept.nix
    ./options/mail.nix
    ./options/size.nix
  ];
  relations = [
    {
      kind = "differ";
      options = [
        [ "domain" ]
        [ "webDomain" ]
        [ "mediaDomain" ]
      ];
    }
  ];

  refusals = import ./refusals.nix;
  requirements = import ./requirements.nix { inherit types; };
  nixos = import ./nixos.nix { inherit types; };

  inherit (import ./operation.nix)
    address
    administrator
    checks
    move
    state
    upgrade
    ;
}
