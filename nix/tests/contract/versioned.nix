/**
  An application in its second version, with what changed since the first.
*/
let
  inherit (import ../../contract) types;
  application = import ../../contract/application.nix { inherit types; };
  hello = import ../hello/application.nix { inherit types; };

  label = {
    en = "Label";
    de = "Beschriftung";
  };
  reason = {
    en = "Gone.";
    de = "Weg.";
  };
  option =
    name: type: more:
    { inherit name type label; } // more;
  number = types.integer {
    min = 0;
    max = 9;
  };
  choices = map (value: {
    inherit value label;
  });

  module =
    changes:
    application (
      hello
      // {
        version = "2.0.0";
        inherit changes;
        sections = map (
          section:
          section
          // {
            options = [
              (option "mode" (types.choice (choices [
                "none"
                "open"
              ])) { default = "none"; })
              (option "threads" number { default = 1; })
              (option "mail" (types.optional (
                types.group [
                  (option "host" types.domain { })
                  (option "port" types.port { default = 25; })
                ]
              )) { default = null; })
            ];
          }
        ) hello.sections;
      }
    );
  changes = [
    {
      version = "1.1.0";
      renamed = [
        {
          from = [ "relay" ];
          to = [ "smtp" ];
        }
      ];
    }
    {
      version = "1.10.0";
      removed = [
        {
          option = [ "colour" ];
          inherit reason;
        }
        {
          option = [ "legacy" ];
          is = [
            false
            null
          ];
          inherit reason;
        }
      ];
      renamed = [
        {
          from = [ "smtp" ];
          to = [
            "mail"
            "host"
          ];
        }
      ];
      revalued = [
        {
          option = [ "mode" ];
          values = [
            {
              from = "closed";
              to = "none";
            }
          ];
        }
      ];
    }
  ];
in
{
  inherit changes module reason;
}
