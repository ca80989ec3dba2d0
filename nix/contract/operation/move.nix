/**
  How an application moves to another host: the units that stop where it was, in this order, before the last copy of its
  state; the units that start where it goes, set-up first; and what is run there once, after that.
*/
{
  types,
  words,
  unit,
  ...
}@parts:
let
  units = name: {
    inherit name;
    type = types.list {
      max = 50;
      of = unit;
    };
    default = [ ];
  };
in
types.group [
  (units "stop")
  (units "start")
  {
    name = "after";
    type = types.list {
      max = 20;
      of = types.group (
        [
          {
            name = "label";
            type = words;
          }
        ]
        ++ import ./command.nix parts
      );
    };
    default = [ ];
  }
]
