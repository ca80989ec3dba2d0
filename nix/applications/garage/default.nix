/**
  Object storage of an organisation: Garage on a host of its own, for programs that speak S3, and with buckets that
  everybody may read. See README.md for what was decided.
*/
{ types }:
let
  section = file: import file { inherit types; };
in
{
  contract = 1;
  name = "garage";
  version = "1.0.0";

  label = {
    en = "Object storage";
    de = "Objektspeicher";
  };
  summary = {
    en = "Space for files that programs read and write over the network: backups, media of applications, downloads that everybody may fetch. It speaks S3.";
    de = "Platz für Dateien, die Programme über das Netz lesen und schreiben: Sicherungen, Medien von Anwendungen, Downloads für alle. Er spricht S3.";
  };
  sizes = import ./sizes.nix { inherit types; };

  sections = map section [
    ./options/address.nix
    ./options/buckets.nix
    ./options/size.nix
  ];

  refusals = import ./refusals.nix;
  # There is one Garage on a host, and it is this one.
  excludes = [ "s3-bucket" ];
  requirements = import ./requirements.nix { inherit types; };
  nixos = import ./nixos.nix { inherit types; };
}
// import ./operation.nix
