/**
  The embedded environment: one site process serves every local site by its host name.

  Its closure holds, for each site, `<application>.<requirement>/files/...` and `site.json` with
  redirects, headers and the page for what is not found.
*/
{
  kind = "local";
  offers = [ "static-site" ];
  realise = import ./realise.nix;
}
