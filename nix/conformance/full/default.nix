/**
  Noticeboard: code and tasks of your community, with Forgejo.

  The module of a real application to begin with: it has a database, secrets, mail, a first administrator, and moves to
  another host. Put your application in the place of Forgejo, file by file.
*/
{ types }:
let
  section = file: import file { inherit types; };
in
{
  contract = 1;
  name = "noticeboard";
  version = "1.0.0";

  label = {
    en = "Noticeboard";
    de = "Noticeboard";
  };
  summary = {
    en = "Code and tasks that you work on together.";
    de = "Code und Aufgaben, an denen Sie gemeinsam arbeiten.";
  };
  sizes = import ./sizes.nix { inherit types; };

  sections = map section [
    ./options/address.nix
    ./options/people.nix
    ./options/mail.nix
    ./options/size.nix
  ];

  requirements = import ./requirements.nix { inherit types; };
  nixos = import ./nixos.nix;

  inherit (import ./operation.nix)
    address
    administrator
    checks
    move
    state
    upgrade
    ;
}
