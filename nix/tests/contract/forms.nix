/**
  What a group's form says, and how its defaults are filled in.
*/
let
  inherit (import ../../contract) types;

  label = {
    en = "Name";
    de = "Name";
  };
  group = types.group [
    {
      name = "second";
      type = types.boolean;
      inherit label;
      immutable = true;
    }
    {
      name = "first";
      type = types.list {
        max = 2;
        of = types.group [
          {
            name = "deep";
            type = types.integer {
              min = 0;
              max = 9;
            };
            inherit label;
            default = 4;
          }
        ];
      };
      inherit label;
      default = [ { } ];
    }
  ];
in
[
  {
    name = "a group's form keeps the declared order and says what an option is";
    expr = {
      inherit (group.form) kind order;
      inherit (group.form.options) second;
    };
    expected = {
      kind = "group";
      order = [
        "second"
        "first"
      ];
      second = {
        kind = "boolean";
        label = {
          en = "Name";
          de = "Name";
        };
        immutable = true;
        title = false;
      };
    };
  }
  {
    name = "defaults are filled in at every depth";
    expr = group.complete { second = false; };
    expected = {
      second = false;
      first = [ { deep = 4; } ];
    };
  }
]
