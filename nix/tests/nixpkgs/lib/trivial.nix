/**
  Functions, numbers and versions, as nixpkgs' `lib` has them.
*/
let
  inherit (builtins)
    compareVersions
    foldl'
    fromJSON
    fromTOML
    functionArgs
    isAttrs
    isFunction
    readFile
    ;

  callable =
    value: isFunction value || (isAttrs value && value ? __functor && callable (value.__functor value));
in
{
  inherit (builtins)
    deepSeq
    fromJSON
    isBool
    isFloat
    isInt
    isList
    isPath
    isString
    seq
    toJSON
    typeOf
    ;

  id = value: value;
  const = value: _: value;
  flip =
    function: one: other:
    function other one;
  pipe = foldl' (value: function: function value);

  isFunction = callable;
  functionArgs =
    function:
    if isFunction function then
      functionArgs function
    else
      function.__functionArgs or (functionArgs (function.__functor function));

  min = one: other: if one < other then one else other;
  max = one: other: if one > other then one else other;
  mod = number: divisor: number - divisor * (number / divisor);

  importJSON = file: fromJSON (readFile file);
  importTOML = file: fromTOML (readFile file);
  versionAtLeast = one: other: compareVersions one other >= 0;
  versionOlder = one: other: compareVersions one other < 0;

  throwIf = condition: message: if condition then throw message else value: value;
  throwIfNot = condition: message: if condition then value: value else throw message;
  assertMsg = holds: message: if holds then true else throw message;
}
