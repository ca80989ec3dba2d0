/**
  Sites as text for an nginx that others use as well. A real nginx took these very lines, and answered what the site process
  of the environment `local` answers.
*/
let
  inherit (builtins)
    all
    concatMap
    filter
    isList
    map
    split
    tryEval
    ;
  inherit (import ../nixpkgs/lib) hasInfix hasPrefix;
  lines = text: filter (line: !isList line && line != "") (split "\n" text);
  http = {
    port = 8090;
    certificate = null;
  };
  content = {
    files."index.html" = "";
    redirects = [ ];
    headers = [ ];
    notFound = null;
  };
  server =
    given: more:
    import ../../sites/nginx/server.nix (
      {
        key = "k";
        listening = http;
        closurePath = "/closure";
        sites = [
          {
            host = "town.example.org";
            directory = "sites/home.site";
            content = content // more;
          }
        ];
      }
      // given
    );
  text = given: more: (server given more).text;
  beginning =
    start: given: more:
    filter (hasPrefix start) (lines (text given more));
  header = path: name: value: { inherit path name value; };
  certificate = {
    certificate = "/etc/ssl/sites.pem";
    key = "/etc/ssl/sites.key";
  };

  # Every variable that is declared or set.
  declared = concatMap (
    line:
    concatMap (part: if isList part then part else [ ]) (
      split "^ *(geo|map [^ ]*|set) [$]([a-z0-9_]+) " line
    )
  );
  names = text: filter (name: hasPrefix "fediversity" name) (declared (lines text));
in
[
  {
    name = "sites in nginx: by name and port";
    expr = map (start: beginning start { } { }) [
      "listen"
      "server_name"
      "root"
    ];
    expected = [
      [
        "listen 8090;"
        "listen [::]:8090;"
      ]
      [ "server_name \"town.example.org\";" ]
      [ "root \"\${fediversity_k_closure}/sites/home.site\";" ]
    ];
  }
  {
    name = "sites in nginx: with a certificate, whoever comes by the other port is sent over";
    expr =
      map
        (port: [
          (beginning "listen" { listening = { inherit port certificate; }; } { })
          (beginning "ssl" { listening = { inherit port certificate; }; } { })
          (beginning "location / { return" { listening = { inherit port certificate; }; } { })
        ])
        [
          443
          8443
        ];
    expected = [
      [
        [
          "listen 443 ssl;"
          "listen [::]:443 ssl;"
          "listen 80;"
          "listen [::]:80;"
        ]
        [
          "ssl_certificate \"/etc/ssl/sites.pem\";"
          "ssl_certificate_key \"/etc/ssl/sites.key\";"
        ]
        [ "location / { return 301 https://$host$request_uri; }" ]
      ]
      [
        [
          "listen 8443 ssl;"
          "listen [::]:8443 ssl;"
        ]
        [
          "ssl_certificate \"/etc/ssl/sites.pem\";"
          "ssl_certificate_key \"/etc/ssl/sites.key\";"
        ]
        [ ]
      ]
    ];
  }
  {
    name = "sites in nginx: each tells its closure, whatever its files and rules say";
    expr =
      filter (line: hasInfix "/closure\"" line || hasInfix "return 200" line || hasInfix "/evil" line)
        (
          lines (
            text { } {
              files.closure = "";
              redirects = [
                {
                  path = "/closure";
                  to = "/evil";
                  status = 301;
                  keepQuery = false;
                }
              ];
            }
          )
        );
    expected = [
      "location = \"/closure\" {"
      "return 200 \"\${fediversity_k_closure}\";"
    ];
  }
  {
    name = "sites in nginx: all variables begin with the deployment's own word, also those that are declared when it is built";
    expr = [
      (server { } { }).variables
      (names (text { } { }) != [ ])
      (all (hasPrefix "fediversity_k_") (names (text { } { headers = [ (header "/" "X-A" "b") ]; })))
    ];
    expected = [
      { closure = "fediversity_k_closure"; }
      true
      true
    ];
  }
  {
    name = "sites in nginx: nothing is told to be as it was by the date of the store";
    expr = filter (
      line:
      builtins.elem line [
        "etag off;"
        "if_modified_since off;"
        "add_header Last-Modified \"\";"
      ]
    ) (lines (text { } { }));
    expected = [
      "etag off;"
      "if_modified_since off;"
      "add_header Last-Modified \"\";"
    ];
  }
  {
    name = "sites in nginx: no text gets out of its quotes, or becomes a variable";
    expr = filter (hasInfix "evil") (
      lines (
        text {
          sites = [
            {
              host = "town.example.org";
              directory = "sites/\"; evil \$host";
              content = content // {
                files."a\"; evil \${x}/index.html" = "evil";
                headers = [ (header "/evil\"*" "X-\"; evil" "\"; evil \$host") ];
                redirects = [
                  {
                    path = "/\"; evil";
                    to = "/x\"; evil \\\$host";
                    status = 301;
                    keepQuery = false;
                  }
                ];
                notFound = "\"; evil";
              };
            }
          ];
        } { }
      )
    );
    expected = [
      "  \"~^/evil\\\"\" \"\\\"; evil \${fediversity_k_dollar}host\";"
      "root \"\${fediversity_k_closure}/sites/\\\"; evil \${fediversity_k_dollar}host\";"
      "add_header \"X-\\\"; evil\" $fediversity_k_2bfd8ec2de4a4edf always;"
      "location = \"/\\\"; evil\" {"
      "return 301 \"/x\\\"; evil \\\\\${fediversity_k_dollar}host\";"
      "location = \"/a\\\"; evil \${x}\" {"
      "return 301 \"/a\\\"; evil \${fediversity_k_dollar}{x}/$is_args$args\";"
      "try_files \"/\\\"; evil\" =404;"
    ];
  }
  {
    name = "sites in nginx: control characters are refused";
    expr =
      (tryEval (
        builtins.stringLength (text { } { headers = [ (header "/" "X-A" "a\r\nSet-Cookie: b") ]; })
      )).success;
    expected = false;
  }
]
