/**
  Pixelfed: photos, albums and stories, federated over ActivityPub. See README.md for what was decided and why.
*/
{ types }:
let
  section = file: import file { inherit types; };
in
{
  contract = 1;
  name = "pixelfed";
  version = "1.0.0";

  label = {
    en = "Photos (Pixelfed)";
    de = "Fotos (Pixelfed)";
  };
  summary = {
    en = "Your community shares photos, albums and stories on its own site, without advertising. People on Mastodon and other networks can follow and comment.";
    de = "Ihre Gemeinschaft teilt Fotos, Alben und Storys auf einer eigenen Seite, ohne Werbung. Menschen auf Mastodon und anderen Netzwerken können folgen und kommentieren.";
  };
  sizes = import ./sizes.nix { inherit types; };

  sections = map section [
    ./options/address.nix
    ./options/identity.nix
    ./options/registration.nix
    ./options/administrator.nix
    ./options/photos.nix
    ./options/storage.nix
    ./options/mail.nix
    ./options/size.nix
  ];

  # Two hosts of one name would be one.
  relations = [
    {
      kind = "differ";
      options = [
        [ "domain" ]
        [ "mediaDomain" ]
      ];
    }
  ];

  refusals = import ./refusals.nix;
  requirements = import ./requirements.nix { inherit types; };
  nixos = import ./nixos.nix { inherit types; };
}
// import ./operation.nix
