/**
  One of a few named values: a list of `{ value, label }`, in the order of the form.
*/
choices:
let
  inherit (builtins) isString listToAttrs;

  known = listToAttrs (
    map (choice: {
      name = choice.value;
      value = null;
    }) choices
  );
in
import ./scalar.nix {
  base = lib: lib.types.enum (map (choice: choice.value) choices);
  form = {
    kind = "choice";
    inherit choices;
  };
  verdict = value: if isString value && known ? ${value} then null else "not-a-choice";
}
