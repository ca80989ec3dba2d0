/**
  Sites as text for the `http` block of an nginx that others use as well: what this says touches nothing of theirs.

    key          a word that no other such text has: variables begin with it
    listening    { port; certificate = null or { certificate, key }; }
    sites        [ { host, directory, content } ], `directory` being where its files are below the closure
    closurePath  where each site tells which closure it is from

  The variable `closure` of `variables` is declared by whoever builds it: only then its place in the store is known.
*/
{
  key,
  listening,
  sites,
  closurePath,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    map
    toString
    ;
  prefix = "fediversity_${key}";
  closure = "${prefix}_closure";
  https = listening.certificate != null;
  texts = import ./texts.nix prefix;
  inherit (texts) inside literal;
  # A name alone could be a pattern.
  named = host: "server_name ${literal host};";

  listen = port: more: ''
    listen ${toString port}${more};
    listen [::]:${toString port}${more};
  '';
  secured = ''
    ssl_certificate ${literal listening.certificate.certificate};
    ssl_certificate_key ${literal listening.certificate.key};
  '';

  location = name: value: ''
    location ${name} {
    ${concatStringsSep "\n" (
      (if value ? tryFiles then [ "try_files ${value.tryFiles};" ] else [ ])
      ++ (if value ? return then [ "return ${value.return};" ] else [ ])
      ++ (if value ? extraConfig then [ value.extraConfig ] else [ ])
    )}
    }
  '';

  # Files in the store are all of one date, and nginx would tell by that and their size whether a visitor has them already.
  undated = ''
    etag off;
    if_modified_since off;
    add_header Last-Modified "";
  '';

  # Nothing in the site's files or rules can take its place.
  told = {
    "= ${literal closurePath}" = {
      return = "200 \"\${${closure}}\"";
      extraConfig = ''
        default_type text/plain;
        add_header Cache-Control no-store;
        add_header X-Content-Type-Options nosniff;
      '';
    };
  };

  serverOf =
    {
      host,
      directory,
      content,
    }:
    let
      site = import ./site.nix {
        inherit content https prefix;
        name = host;
      };
      locations = site.locations // told;
    in
    ''
      ${site.maps}
      server {
      ${listen listening.port (if https then " ssl" else "")}
      ${named host}
      ${if https then secured else ""}
      root "''${${closure}}${inside "/${directory}"}";
      ${import ./types.nix}
      ${undated}
      ${site.extraConfig}
      ${concatStringsSep "" (map (name: location name locations.${name}) (attrNames locations))}
      }
    '';

  # Whoever types a name comes by the other port.
  redirected = host: ''
    server {
    ${listen 80 ""}
    ${named host}
    location / { return 301 https://$host$request_uri; }
    }
  '';
in
{
  variables = { inherit closure; };

  text = concatStringsSep "\n" (
    [ (import ./shared.nix prefix) ]
    ++ map serverOf sites
    ++ (if https && listening.port == 443 then map ({ host, ... }: redirected host) sites else [ ])
  );
}
