/**
  The machine of this name among `[ { name, ... } ]`, or null.
*/
machines: name: builtins.head (builtins.filter (machine: machine.name == name) machines ++ [ null ])
