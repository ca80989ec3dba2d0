/**
  Evaluates a deployment `town` with the fixture's applications on hosts that run the stand-in for NixOS:
    { notes, photos } -> options, or null if it isn't part; the environment beside its kind; what was allocated
*/
{
  kind ? "hosts",
  layout ? null,
  policies ? { },
  settings ? { },
  allocated ? { },
  nixpkgs ? ../nixpkgs,
  applications ? {
    notes.domain = "notes.example.org";
    photos.domain = "photos.example.org";
  },
}:
let
  contract = import ../../contract;
  resources = import ../../resources contract;
  environment = import (if kind == "hosts" then ./hosts.nix else ../../environments + "/${kind}") {
    inherit contract resources;
  };
  # Its systems, for a look at what was set.
  looked = environment // {
    realise =
      given:
      let
        realised = environment.realise given;
      in
      realised
      // {
        closure = realised.closure // {
          inherit (realised) systems;
        };
      };
  };
in
contract.evaluate {
  given = {
    inherit allocated;
    deployment = {
      id = "01J0TOWN";
      name = "town";
    };
    applications = builtins.mapAttrs (module: options: { inherit module options; }) applications;
    environment = {
      inherit kind layout;
      policies = {
        tls-certificate = {
          termsAccepted = true;
          contact = "post@hosting.example";
        };
        s3-bucket.addressing = [
          "path"
          "virtual-host"
        ];
      }
      // policies;
      settings = {
        relay = {
          server = "mail.hosting.example";
          user = "town";
          password.edition = 3;
        };
      }
      // settings;
    };
  };
  system = "x86_64-linux";
  inherit nixpkgs;
  applications =
    import ./applications.nix
    ++ map import [
      ../../applications/garage
      ../../applications/homepage
      ../../applications/mastodon
      ../../applications/peertube
      ../../applications/pixelfed
    ];
  environments = [ looked ];
  layouts = import ../../layouts;
  inherit resources;
}
