/**
  A whole number between `min` and `max`. Beyond ±2^53, JSON readers disagree about what it is.
*/
{ min, max }:
let
  limit = 9007199254740992;
in
import ./scalar.nix {
  base = lib: lib.types.int;
  form = {
    kind = "integer";
    inherit min max;
  };
  verdict =
    value:
    if !builtins.isInt value || value < -limit || value > limit then
      "not-an-integer"
    else if value < min || value > max then
      "not-between"
    else
      null;
}
