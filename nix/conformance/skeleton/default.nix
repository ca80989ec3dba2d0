/**
  Noticeboard: one page with your text, served on a host of yours.

  A module to begin with: it works as it is. What it asks for is in requirements.nix, what runs on its host in nixos.nix,
  how it is looked after in operation.nix.
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
    en = "One page with your text.";
    de = "Eine Seite mit Ihrem Text.";
  };
  sizes = import ./sizes.nix { inherit types; };

  sections = map section [
    ./options/address.nix
    ./options/page.nix
    ./options/size.nix
  ];

  requirements = import ./requirements.nix { inherit types; };
  nixos = import ./nixos.nix;

  inherit (import ./operation.nix)
    address
    checks
    state
    upgrade
    ;
}
