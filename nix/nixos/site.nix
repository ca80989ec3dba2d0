/**
  The content of a static site to an nginx host: what nginx would do by itself differs from what the environment `local`
  does, so paths are said one by one. All of `content` is data: paths and texts are quoted (nginx.nix), and files lie in
  the store as they are.
    maps  for `commonHttpConfig`
    host  for `virtualHosts.<name>`
*/
{
  lib,
  pkgs,
  name,
  https,
  content,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    dirOf
    listToAttrs
    ;
  inherit (import ./nginx.nix) inside literal text;
  inherit (content) files notFound redirects;
  headers = import ./headers.nix { inherit lib name https; } content.headers;

  root = pkgs.linkFarm "site" (
    map (path: {
      name = path;
      path = pkgs.writeText "file" files.${path};
    }) (attrNames files)
  );

  at = path: value: {
    name = "= ${literal path}";
    inherit value;
  };

  # Without its last slash, a directory leads to itself with one.
  above = path: if dirOf path == "." then [ ] else [ (dirOf path) ] ++ above (dirOf path);
  directories = concatMap above (attrNames files);
  withSlash =
    directory: at "/${directory}" { return = "301 \"${inside "/${directory}/"}$is_args$args\""; };

  # A query goes before a fragment, and after a query.
  redirect =
    {
      path,
      to,
      status,
      keepQuery,
    }:
    let
      address = builtins.head (lib.splitString "#" to);
      query = if lib.hasInfix "?" address then "$fediversity_and_args" else "$is_args$args";
      kept = lib.optionalString keepQuery query;
    in
    at path {
      return = "${toString status} \"${inside address}${kept}${inside (lib.removePrefix address to)}\"";
    };

  typed =
    path: type:
    at path {
      tryFiles = if lib.hasSuffix "/" path then "\${uri}index.html =404" else "$uri =404";
      extraConfig = ''
        types { }
        default_type ${literal type};
      '';
    };
  paths =
    map (path: "/${path}") (attrNames files)
    ++ concatMap (
      path: lib.optional (baseNameOf path == "index.html") (lib.removeSuffix "index.html" "/${path}")
    ) (attrNames files);
  ofType = path: map (typed path) (lib.optional (headers.typeOf path != null) (headers.typeOf path));
in
{
  inherit (headers) maps;
  host = {
    inherit root;
    # The later ones win.
    locations =
      listToAttrs (map withSlash directories)
      // listToAttrs (concatMap ofType paths)
      // listToAttrs (map redirect redirects)
      // {
        "/".tryFiles = "$uri =404";
        "~ /$".tryFiles = "\${uri}index.html =404";
      }
      // lib.optionalAttrs (notFound != null) {
        "@lost" = {
          tryFiles = "${text "/${lib.removePrefix "/" notFound}"} =404";
          extraConfig = "etag off;";
        };
      };
    extraConfig = ''
      uninitialized_variable_warn off;
      set $fediversity_path $uri;
      absolute_redirect off;
      charset utf-8;
      charset_types text/css text/javascript text/plain text/xml application/javascript application/json application/xml image/svg+xml;
      if ($fediversity_allow) { return 405; }
      add_header Allow $fediversity_allow always;
      ${lib.optionalString (notFound != null) "error_page 404 @lost;"}
      ${headers.added}
    '';
  };
}
