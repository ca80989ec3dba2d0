/**
  A secret in a file on a host, mode 0400, of one owner, outside the store that everybody can read.

  Only its path ever enters a configuration. `generator` says what it is made of, or that an operator gives it; a
  pair is two files. What an operator gives says by which option, and in which edition. What is `lasting` must never change after the first start and travels with a move: Mastodon's
  encryption keys, PeerTube's secret, Pixelfed's APP_KEY and its OAuth keys.
*/
{
  types,
  values,
  resource,
  option,
  chosen,
  observed,
  refined,
  finding,
  filled,
  ...
}:
let
  inherit (types) boolean label optional;
  inherit (values)
    between
    identifier
    line
    oneOf
    path
    several
    ;
  edition = between 1 9007199254740992;
  generators = import ./generators.nix;
in
resource {
  request = types.group [
    (option "name" label "Name" { de = "Name"; })
    (option "generator" (oneOf (builtins.attrNames generators)) "Made of" { de = "Gemacht aus"; })
    (filled "root" (option "owner" identifier "Owner" { de = "Eigentümer"; }))
    (filled false (option "lasting" boolean "Never changes" { de = "Ändert sich nie"; }))
    (filled [ ] (
      option "option" (several 0 16 (line 64)) "Option that gives it" { de = "Option, die es angibt"; }
    ))
    (filled null (
      option "edition" (optional edition) "Edition that was given" { de = "Angegebene Ausgabe"; }
    ))
  ];

  # The path type isn't for forms, so a form takes a text and this says whether it is a path.
  policy = refined (types.group [
    (
      option "directory" (types.text {
        min = 2;
        max = 100;
      }) "Directory of the secrets" { de = "Verzeichnis der Geheimnisse"; }
      // {
        help = {
          en = "On each host. It must survive a restart while this server is down.";
          de = "Auf jedem Host. Es muss einen Neustart überstehen, während dieser Server steht.";
        };
        default = "/var/lib/fediversity/secrets";
      }
    )
  ]) (at: policy: path.check (at ++ [ "directory" ]) policy.directory);

  result = [
    (chosen "path" path "File" { de = "Datei"; })
    (filled null (
      chosen "publicPath" (optional path) "File of the public half" {
        de = "Datei der öffentlichen Hälfte";
      }
    ))
    (observed "edition" edition "Edition that was delivered" { de = "Ausgabe, die geliefert wurde"; })
  ];
  coherent =
    at: result:
    if result.path == result.publicPath then
      finding (at ++ [ "publicPath" ]) "duplicate" result.path
    else
      [ ];

  behaviour = import ./behaviour/secret-file.nix;
}
