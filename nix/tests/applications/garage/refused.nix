/**
  What object storage refuses, beyond the types of its options, and what it can't share a host with.
*/
let
  evaluate = import ../../nixos/evaluate.nix;

  private = {
    domain = "s3.example.org";
    buckets = [ { name = "backups"; } ];
  };
  open = private // {
    buckets = private.buckets ++ [
      {
        name = "media";
        public = true;
      }
      {
        name = "downloads";
        public = true;
      }
    ];
  };
  given = options: { applications.garage = options; };

  label = length: builtins.concatStringsSep "" (builtins.genList (_: "w") length);
  # Of 247 bytes.
  long = builtins.concatStringsSep "." [
    (label 63)
    (label 63)
    (label 63)
    (label 51)
    "org"
  ];
in
[
  {
    name = "garage: buckets have names of three characters at least, each its own, and no longer than a domain may be";
    expr =
      map
        (
          options:
          map (finding: {
            inherit (finding) code got path;
          }) (evaluate (given options)).requirements.findings
        )
        [
          (private // { buckets = [ { name = "ab"; } ]; })
          (
            private
            // {
              buckets = [
                { name = "media"; }
                { name = "media"; }
              ];
            }
          )
          (
            open
            // {
              webDomain = long;
            }
          )
        ];
    expected = [
      [
        {
          code = "too-short";
          got = "ab";
          path = [
            "garage"
            "buckets"
            0
            "name"
          ];
        }
      ]
      [
        {
          code = "duplicate";
          got = "media";
          path = [
            "garage"
            "buckets"
            1
            "name"
          ];
        }
      ]
      [
        {
          code = "too-long";
          got = "downloads";
          path = [
            "garage"
            "buckets"
            2
            "name"
          ];
        }
      ]
    ];
  }
  {
    name = "garage: names of three characters pass, and so do the longest below a domain";
    expr =
      map
        (
          { name, webDomain }:
          map (finding: finding.code)
            (evaluate (given {
              inherit webDomain;
              domain = "s3.example.org";
              buckets = [
                {
                  inherit name;
                  public = true;
                }
              ];
            })).requirements.findings
        )
        [
          {
            name = "abc";
            webDomain = "files.example.org";
          }
          {
            name = label 5;
            webDomain = long;
          }
          {
            name = label 6;
            webDomain = long;
          }
        ];
    expected = [
      [ ]
      [ ]
      [ "too-long" ]
    ];
  }
  {
    name = "garage: no other application has buckets on its host, but on another one";
    expr =
      map
        (
          layout:
          map
            (finding: [
              finding.path
              finding.code
              finding.got
            ])
            (evaluate {
              inherit layout;
              settings.storage.domain = "storage.hosting.example";
              applications = {
                garage = private;
                notes.domain = "notes.example.org";
              };
            }).requirements.findings
        )
        [
          "all-in-one"
          "one-each"
        ];
    expected = [
      [
        [
          [
            "notes"
            "drafts"
            "s3-bucket"
          ]
          "not-shared"
          "garage"
        ]
        [
          [
            "notes"
            "media"
            "s3-bucket"
          ]
          "not-shared"
          "garage"
        ]
      ]
      [ ]
    ];
  }
]
