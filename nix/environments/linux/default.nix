/**
  A machine with Nix whose own web server, nginx, shows static sites: any Linux will do. It takes no nixpkgs.

  What is built for it is `hosts/<machine>`, see system.nix.
*/
{ contract, ... }:
let
  listening = import ./listening.nix;
in
{
  kind = "linux";
  label = {
    en = "Web space on a Linux machine";
    de = "Webspace auf einer Linux-Maschine";
  };
  help = {
    en = "Static sites are shown by the web server of a machine that exists already, beside whatever else it shows.";
    de = "Statische Websites zeigt der Webserver einer vorhandenen Maschine, neben allem, was er sonst zeigt.";
  };
  offers = [ "static-site" ];
  settings = import ./settings.nix { inherit (contract) types; };

  choose =
    { settings, request, ... }:
    let
      inherit (listening settings) scheme suffix;
      host = "${request.name}.${settings.base}";
    in
    {
      inherit host;
      address = "${scheme}://${host}${suffix}";
    };

  realise = import ./realise.nix;
}
