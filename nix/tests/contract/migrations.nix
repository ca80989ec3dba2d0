/**
  Stored options of older versions, carried to the version at hand, or the reason why not.
*/
let
  inherit (import ./versioned.nix) changes module reason;

  migrate = (module changes).migrate [ "a" ];

  plain = options: {
    inherit options;
    findings = [ ];
    dropped = [ ];
    moved = [ ];
  };
in
[
  {
    name = "options of this version stay as they are";
    expr = migrate "2.0.0" { threads = 2; };
    expected = plain { threads = 2; };
  }
  {
    name = "options are renamed, revalued and dropped through all versions between";
    expr = migrate "1.0.0" {
      relay = "mail.example.org";
      mode = "closed";
      colour = "#ffffff";
      legacy = false;
      threads = 3;
    };
    expected = {
      findings = [ ];
      options = {
        mail.host = "mail.example.org";
        mode = "none";
        threads = 3;
      };
      moved = [
        {
          from = [ "relay" ];
          to = [ "smtp" ];
        }
        {
          from = [ "smtp" ];
          to = [
            "mail"
            "host"
          ];
        }
      ];
      dropped = [
        {
          path = [
            "a"
            "colour"
          ];
          code = "removed";
          got = "#ffffff";
          inherit reason;
        }
        {
          path = [
            "a"
            "legacy"
          ];
          code = "removed";
          got = false;
          inherit reason;
        }
      ];
    };
  }
  {
    name = "versions are numbers with dots: 1.9 is before 1.10, and what changed before is left";
    expr = migrate "1.9.0" { smtp = "mail.example.org"; };
    expected = plain { mail.host = "mail.example.org"; } // {
      moved = [
        {
          from = [ "smtp" ];
          to = [
            "mail"
            "host"
          ];
        }
      ];
    };
  }
  {
    name = "what changed in the version of the options is not changed again";
    expr = map (finding: finding.path) (migrate "1.1.0" { relay = "mail.example.org"; }).findings;
    expected = [
      [
        "a"
        "relay"
      ]
    ];
  }
  {
    name = "null goes without a word, and makes way for a group";
    expr = migrate "1.9.0" {
      colour = null;
      mail = null;
      smtp = "mail.example.org";
    };
    expected = plain { mail.host = "mail.example.org"; } // {
      moved = [
        {
          from = [ "smtp" ];
          to = [
            "mail"
            "host"
          ];
        }
      ];
    };
  }
  {
    name = "a value that may not go is a finding, and stays";
    expr = migrate "1.9.0" { legacy = true; };
    expected = plain { legacy = true; } // {
      findings = [
        {
          path = [
            "a"
            "legacy"
          ];
          code = "not-migrated";
          got = true;
        }
      ];
    };
  }
  {
    name = "a new name that is taken, or blocked, is a finding";
    expr = map (options: (migrate "1.9.0" options).findings) [
      {
        smtp = "a.example.org";
        mail.host = "b.example.org";
      }
      {
        smtp = "a.example.org";
        mail = "b.example.org";
      }
    ];
    expected = builtins.genList (_: [
      {
        path = [
          "a"
          "smtp"
        ];
        code = "not-migrated";
        got = "a.example.org";
        others = [
          [
            "a"
            "mail"
            "host"
          ]
        ];
      }
    ]) 2;
  }
  {
    name = "what is wrong after all changes is a finding of the check";
    expr =
      (migrate "1.9.0" {
        smtp = "mail";
        threads = 10;
        old = 1;
      }).findings;
    expected = [
      {
        path = [
          "a"
          "old"
        ];
        code = "unknown";
        got = 1;
      }
      {
        path = [
          "a"
          "mail"
          "host"
        ];
        code = "not-a-domain";
        got = "mail";
      }
      {
        path = [
          "a"
          "threads"
        ];
        code = "not-between";
        got = 10;
      }
    ];
  }
  {
    name = "options of a newer version, or of none, are left alone";
    expr = map (version: (migrate version { threads = 1; })) [
      "2.0.1"
      null
    ];
    expected = [
      (
        plain { threads = 1; }
        // {
          findings = [
            {
              path = [ "a" ];
              code = "newer-version";
              got = "2.0.1";
            }
          ];
        }
      )
      (
        plain { threads = 1; }
        // {
          findings = [
            {
              path = [ "a" ];
              code = "not-a-version";
              got = null;
            }
          ];
        }
      )
    ];
  }
  {
    name = "options that are no group are a finding";
    expr = map (options: map (finding: finding.code) (migrate "1.0.0" options).findings) [
      null
      "relay"
      [ ]
    ];
    expected = [
      [ "not-a-group" ]
      [ "not-a-group" ]
      [ "not-a-group" ]
    ];
  }
  {
    name = "each application of a deployment is migrated by its own module";
    expr =
      (import ../hello/evaluate.nix { traditional = true; } { kind = "shell"; } { })
      .migrated.hello.findings;
    expected = [
      {
        path = [ "hello" ];
        code = "not-a-version";
        got = null;
      }
    ];
  }
]
