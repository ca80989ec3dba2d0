/**
  PeerTube: a community's own place for videos, which talks with others of its kind and with the rest of the Fediverse.

  What an operator chooses stands in options/, what it needs in requirements.nix, what runs on its host in nixos.nix,
  and what there is to say of running it in operation.nix. README.md has the decisions.
*/
{ types }:
let
  section = file: import file { inherit types; };
in
{
  contract = 1;
  name = "peertube";
  version = "1.0.0";

  label = {
    en = "PeerTube";
    de = "PeerTube";
  };
  summary = {
    en = "Your own place for videos: people upload, watch, comment and go live, without advertising. It talks with other PeerTubes and with Mastodon, so your videos find their audience everywhere.";
    de = "Ihr eigener Ort für Videos: hochladen, ansehen, kommentieren und live senden, ganz ohne Werbung. Er spricht mit anderen PeerTubes und mit Mastodon, so finden Ihre Videos überall ihr Publikum.";
  };
  sizes = import ./sizes.nix { inherit types; };

  sections = map section [
    ./options/address.nix
    ./options/identity.nix
    ./options/rules.nix
    ./options/administration.nix
    ./options/mail.nix
    ./options/registration.nix
    ./options/quotas.nix
    ./options/size.nix
    ./options/videos.nix
    ./options/live.nix
    ./options/imports.nix
    ./options/audience.nix
    ./options/federation.nix
    ./options/storage.nix
  ];
  relations = import ./relations.nix;

  requirements = import ./requirements.nix { inherit types; };
  nixos = import ./nixos.nix { inherit types; };
}
// import ./operation.nix
