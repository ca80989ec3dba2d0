/**
  What sizes and durations share: a whole number of bytes or seconds between `min` and `max`, in
  steps of `step`, for software that counts in larger units. People write "20 GiB" or "30 days" in
  a form; the value itself has no unit, so that two equal values are always written the same.
*/
kind:
{
  min ? 0,
  max,
  step ? 1,
}:
let
  between = (import ./integer.nix { inherit min max; }).verdict;
in
import ./scalar.nix {
  base = lib: lib.types.int;
  form = {
    inherit
      kind
      min
      max
      step
      ;
  };
  verdict =
    value:
    let
      code = between value;
    in
    if code != null then
      code
    else if value / step * step != value then
      "not-a-multiple"
    else
      null;
}
