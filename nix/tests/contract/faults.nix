/**
  What a module is told about options that it declares wrongly.
*/
let
  inherit (import ../../contract) types;
  application = import ../../contract/application.nix { inherit types; };
  hello = import ../hello/application.nix { inherit types; };

  label = {
    en = "Label";
    de = "Beschriftung";
  };
  number = types.integer {
    min = 1;
    max = 9;
  };
  option =
    name: type: more:
    { inherit name type label; } // more;
  mode = option "mode" (types.choice [
    {
      value = "open";
      inherit label;
    }
  ]) { };

  module =
    more:
    application (
      hello
      // {
        sections = map (section: section // { options = [ mode ] ++ more.options or [ ]; }) hello.sections;
        relations = more.relations or [ ];
        sizes = more.sizes or [ ];
      }
    );
  told = more: map (fault: { inherit (fault) path code; }) (module more).faults;
  fault = path: code: [ { inherit path code; } ];

  when = condition: { visibleWhen = [ condition ]; };
  size =
    options:
    {
      people = 20;
      cores = 1;
      memoryMiB = 512;
      diskMiB = 10;
    }
    // options;
in
[
  {
    name = "a module that keeps the contract has no faults";
    expr = [
      (application hello).faults
      (application (import ../../applications/homepage { inherit types; })).faults
    ];
    expected = [
      [ ]
      [ ]
    ];
  }
  {
    name = "a condition on an option that stands later or nowhere is a fault";
    expr = told {
      options = [
        (option "a" number (when {
          option = [ "b" ];
          is = [ 1 ];
        }))
        (option "b" number (when {
          option = [ "nowhere" ];
          is = [ 1 ];
        }))
      ];
    };
    expected =
      fault [ "options" "a" "visibleWhen" ] "unreachable"
      ++ fault [ "options" "b" "visibleWhen" ] "unreachable";
  }
  {
    name = "a condition that no value meets is a fault";
    expr = told {
      options = [
        (option "a" number (when {
          option = [ "mode" ];
          is = [
            "open"
            "ajar"
          ];
        }))
      ];
    };
    expected = fault [ "options" "a" "visibleWhen" ] "not-a-choice";
  }
  {
    name = "a default that doesn't pass its own check is a fault, however deep";
    expr = told {
      options = [
        (option "a" (types.list {
          max = 3;
          of = types.group [ (option "b" number { default = 0; }) ];
        }) { default = [ ]; })
      ];
    };
    expected = fault [ "options" "a" "b" "default" ] "not-between";
  }
  {
    name = "labels below what is no domain are a fault";
    expr = told {
      options = [ (option "a" (types.subdomain { below = [ "mode" ]; }) { }) ];
    };
    expected = fault [ "options" "a" "below" ] "not-a-domain";
  }
  {
    name = "a default from nowhere and a relation with nothing are faults";
    expr = told {
      options = [
        (option "a" number {
          defaultFrom = [
            {
              option = [
                "mode"
                "deep"
              ];
            }
          ];
        })
      ];
      relations = [
        {
          kind = "differ";
          options = [
            [ "a" ]
            [ "nothing" ]
          ];
        }
      ];
    };
    expected =
      fault [ "options" "a" "defaultFrom" ] "unreachable"
      ++ fault [ "options" "relations" ] "unreachable";
  }
  {
    name = "a preset of unknown, immutable or wrong options is a fault";
    expr = told {
      options = [
        (option "a" number { })
        (option "b" number { immutable = true; })
      ];
      sizes = [
        (size {
          options = {
            a = 10;
            b = 1;
            c = 1;
          };
        })
      ];
    };
    expected =
      fault [ "sizes" 20 "a" ] "not-between"
      ++ fault [ "sizes" 20 "b" ] "immutable"
      ++ fault [ "sizes" 20 "c" ] "unknown";
  }
  {
    name = "the catalogue says what a size presets";
    expr =
      map (size: size.options)
        (module {
          sizes = [
            (size { })
            (size { options.mode = "open"; })
          ];
        }).described.sizes;
    expected = [
      { }
      { mode = "open"; }
    ];
  }
]
