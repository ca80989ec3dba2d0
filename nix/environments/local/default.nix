/**
  The embedded environment: one site process serves every local site by its host name.

  Its closure holds, for each site, `<application>.<requirement>/files/...` and `site.json` with
  redirects, headers and the page for what is not found.
*/
{ contract, ... }:
let
  inherit (contract) types;
in
{
  kind = "local";
  offers = [ "static-site" ];

  settings = types.group [
    {
      name = "base";
      type = types.text {
        min = 1;
        max = 253;
      };
      label = {
        en = "What names of sites end in";
        de = "Worauf Namen von Websites enden";
      };
      default = "localhost";
    }
    {
      name = "port";
      type = types.optional types.port;
      label = {
        en = "Port of the sites, where it is not the usual one";
        de = "Port der Websites, wenn es nicht der übliche ist";
      };
      default = null;
    }
  ];

  choose =
    { settings, request, ... }:
    let
      host = "${request.name}.${settings.base}";
      port = if settings.port == null then "" else ":${toString settings.port}";
    in
    {
      inherit host;
      address = "http://${host}${port}";
    };

  realise = import ./realise.nix;
}
