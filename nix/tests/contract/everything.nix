/**
  An application with one option of every type.
*/
{ types }:
let
  label = {
    en = "Label";
    de = "Beschriftung";
  };
  option =
    name: type: more:
    { inherit name type label; } // more;
in
{
  contract = 1;
  name = "everything";
  version = "1.0.0";
  inherit label;
  summary = label;
  sizes = [ ];
  relations = [
    {
      kind = "differ";
      options = [
        [ "domain" ]
        [ "media" ]
      ];
    }
  ];
  sections = [
    {
      inherit label;
      help = label;
      options = [
        (option "domain" types.domain {
          help = label // {
            en = "Where it is.";
          };
        })
        (option "media" types.domain {
          defaultFrom = [
            "media."
            { option = [ "domain" ]; }
          ];
        })
        (option "below" (types.subdomain { below = [ "domain" ]; }) { default = "files"; })
        (option "title" (types.text {
          min = 1;
          max = 9;
        }) { default = "Town"; })
        (option "open" types.boolean { default = false; })
        (option "limit"
          (types.integer {
            min = 1;
            max = 9;
          })
          {
            visibleWhen = [
              {
                option = [ "open" ];
                is = [ true ];
              }
            ];
          }
        )
        (option "depth" types.port {
          default = 7;
          visibleWhen = [
            {
              option = [ "open" ];
              is = [ true ];
            }
          ];
        })
        (option "mode" (types.choice [
          {
            value = "a";
            inherit label;
          }
        ]) { default = "a"; })
        (option "short" types.label { default = "town"; })
        (option "port" types.port { default = 25; })
        (option "locale" types.locale {
          default = "de";
          example = "pt-BR";
        })
        (option "quota" (types.size { max = 1000; }) { default = 10; })
        (option "kept" (types.duration { max = 1000; }) { default = 20; })
        (option "colour" types.colour { default = "#ffffff"; })
        (option "web" (types.optional types.url) { default = null; })
        (option "people" (types.list {
          max = 2;
          of = types.email;
        }) { default = [ ]; })
        (option "mail" (types.optional (
          types.group [
            (option "user" (types.text { max = 9; }) { })
            (option "password" (types.secret { }) { })
          ]
        )) { default = null; })
      ];
    }
  ];
  requirements = _: { };
}
