/**
  One option of a type, and what several modules define for it.
*/
lib:
let
  inherit (builtins) deepSeq tryEval;

  of =
    type: definitions:
    (lib.evalModules {
      modules = [
        { options.value = lib.mkOption { inherit type; }; }
      ]
      ++ map (value: { inherit value; }) definitions;
    }).config.value;
  fails = type: definitions: !(tryEval (deepSeq (of type definitions) null)).success;
in
{
  inherit of fails;
  accepts = type: map (value: !(fails type [ value ]));
}
