/**
  The content of a static site to an nginx host (see ../sites/nginx/site.nix). Files lie in the store as they are.
    maps  for `commonHttpConfig`
    host  for `virtualHosts.<name>`
*/
{
  pkgs,
  name,
  https,
  content,
}:
let
  site = import ../sites/nginx/site.nix {
    prefix = "fediversity";
    inherit name https content;
  };
in
{
  inherit (site) maps;
  host = {
    inherit (site) extraConfig locations;
    root = pkgs.linkFarm "site" (
      map (path: {
        name = path;
        path = pkgs.writeText "file" content.files.${path};
      }) (builtins.attrNames content.files)
    );
  };
}
