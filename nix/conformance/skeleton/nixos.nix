/**
  What runs on its host, given completed options and chosen results. nginx, its ports and the certificate are there
  already: they come with the certificate that was asked for.
*/
{ options, resources }:
{ pkgs, ... }:
let
  # The operator's text is data: in HTML it is escaped, in a shell it would be quoted, in settings it is a value.
  escaped =
    builtins.replaceStrings [ "&" "<" ">" "\"" "'" ] [ "&amp;" "&lt;" "&gt;" "&quot;" "&#39;" ]
      options.text;
  page = pkgs.writeTextDir "index.html" ''
    <!doctype html>
    <meta charset="utf-8">
    <pre>${escaped}</pre>
  '';
in
{
  services.nginx.virtualHosts.${resources.name.name} = {
    useACMEHost = options.domain;
    forceSSL = true;
    root = "${page}";
  };
}
