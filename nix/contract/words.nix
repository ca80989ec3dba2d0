/**
  A text in every language that people read here.
*/
{ types }:
let
  text = types.text {
    min = 1;
    max = 2000;
    lines = true;
  };
in
types.group [
  {
    name = "en";
    type = text;
  }
  {
    name = "de";
    type = text;
  }
]
