/**
  The content of a static site as nginx serves it: what nginx would do by itself differs from what the environment `local`
  does, so paths are said one by one. All of `content` is data: paths and texts are quoted (texts.nix).
    maps         for outside of the server
    locations    { <location> = { tryFiles, return, extraConfig }; }, none of which has to be there
    extraConfig  the rest of the server, but for its names, ports and root
  Variables begin with `prefix`, and those of shared.nix are declared elsewhere.
*/
{
  prefix,
  name,
  https,
  content,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    dirOf
    filter
    head
    isString
    listToAttrs
    replaceStrings
    split
    ;
  inherit (import ../affixes.nix)
    hasSuffix
    removePrefix
    removeSuffix
    ;
  inherit (import ./texts.nix prefix) inside literal text;
  inherit (content) files notFound redirects;
  headers = import ./headers.nix { inherit prefix name https; } content.headers;
  optionally = condition: text: if condition then text else "";

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
      address = head (filter isString (split "#" to));
      hasQuery = replaceStrings [ "?" ] [ "" ] address != address;
      query = if hasQuery then "\$${prefix}_and_args" else "$is_args$args";
      kept = optionally keepQuery query;
    in
    at path {
      return = "${toString status} \"${inside address}${kept}${inside (removePrefix address to)}\"";
    };

  typed =
    path: type:
    at path {
      tryFiles = if hasSuffix "/" path then "\${uri}index.html =404" else "$uri =404";
      extraConfig = ''
        types { }
        default_type ${literal type};
      '';
    };
  paths =
    map (path: "/${path}") (attrNames files)
    ++ map (path: removeSuffix "index.html" "/${path}") (
      filter (path: baseNameOf path == "index.html") (attrNames files)
    );
  ofType = map (path: typed path (headers.typeOf path)) (
    filter (path: headers.typeOf path != null) paths
  );
in
{
  inherit (headers) maps;

  # The later ones win.
  locations =
    listToAttrs (map withSlash directories)
    // listToAttrs ofType
    // listToAttrs (map redirect redirects)
    // {
      "/".tryFiles = "$uri =404";
      "~ /$".tryFiles = "\${uri}index.html =404";
    }
    // (
      if notFound == null then
        { }
      else
        {
          "@lost" = {
            tryFiles = "${text "/${removePrefix "/" notFound}"} =404";
            extraConfig = "etag off;";
          };
        }
    );

  extraConfig = ''
    uninitialized_variable_warn off;
    set ''$${prefix}_path $uri;
    absolute_redirect off;
    charset utf-8;
    charset_types text/css text/javascript text/plain text/xml application/javascript application/json application/xml image/svg+xml;
    if (''$${prefix}_allow) { return 405; }
    add_header Allow ''$${prefix}_allow always;
    ${optionally (notFound != null) "error_page 404 @lost;"}
    ${headers.added}
  '';
}
