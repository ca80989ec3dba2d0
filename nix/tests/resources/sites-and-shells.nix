/**
  The two types that were there first.
*/
let
  inherit (import ./judged.nix) behaviour judged received;
in
[
  {
    name = "static-site: a name is a label, and a result a host and an address";
    expr = [
      (judged "static-site" { base = "sites.example.org"; } { name = "town"; })
      (judged "static-site" { } { name = "Town hall"; })
      (received "static-site" { host = "town.localhost"; })
    ];
    expected = [
      [ ]
      [ "mastodon.thing.static-site.name: not-a-label (Town hall)" ]
      [ "results.static-site.address: missing (null)" ]
    ];
  }
  {
    name = "static-site: files, redirects with their query, headers and the page for what isn't found are tried";
    expr = map (step: step.see) (
      behaviour "static-site" { name = "town"; } { address = "http://town.localhost:8090"; }
    );
    expected = [
      {
        status = 200;
        headers.x-behaviour = "yes";
        body = "behaviour";
      }
      {
        status = 302;
        headers.location = "/to?a=b%26c";
      }
      {
        status = 404;
        body = "nothing here";
      }
      { statusNot = 200; }
      { unchanged = true; }
      { status = 200; }
    ];
  }
  {
    name = "login-shell: administrator rights need the policy's yes";
    expr =
      map
        (
          wheel:
          judged "login-shell" { inherit wheel; } {
            packages = [ "hello" ];
            wheel = true;
          }
        )
        [
          true
          false
        ];
    expected = [
      [ ]
      [ "mastodon.thing.login-shell.wheel: not-granted (true)" ]
    ];
  }
  {
    name = "login-shell: who asked for administrator rights has them, and nobody else";
    expr =
      map
        (
          wheel:
          (builtins.elemAt (behaviour "login-shell" {
            packages = [ "hello" ];
            inherit wheel;
          } { user = "operator"; }) 1).see
        )
        [
          true
          false
        ];
    expected = [
      { exit = 0; }
      { exit = 1; }
    ];
  }
  {
    name = "login-shell: each program is looked for as the user";
    expr = builtins.head (behaviour "login-shell" { packages = [ "hello" ]; } { user = "operator"; });
    expected = {
      name = "finds hello";
      try.run = {
        arguments = [
          "which"
          "hello"
        ];
        user = "operator";
      };
      see.exit = 0;
    };
  }
]
