/**
  A type as the fixture writes it, such as `nullOr (listOf str)`: names of `lib.types` before what
  they are made of.

  Besides these, `submodule` has the options that are given, `open TYPE` has other attributes of the
  type, too, `switched` may also be a boolean, its `enable`, `names` are a list or an attribute set of
  booleans, and `json`, `yaml`, `toml` and `unit` are what settings of such a file may be.
*/
{ types }:
let
  inherit (builtins)
    filter
    fromJSON
    head
    isList
    match
    split
    tail
    ;

  tokens = text: map head (filter isList (split ''([][()]|"([^"\\]|\\.)*"|[^][()" ]+)'' text));
in
{ options, names }:
let
  # A parser: tokens -> { value, rest }.
  word = tokens: {
    value = if match "[\"0-9-].*" (head tokens) != null then fromJSON (head tokens) else head tokens;
    rest = tail tokens;
  };
  listOf =
    parse: tokens:
    let
      collect =
        found: tokens:
        if head tokens == "]" then
          {
            value = found;
            rest = tail tokens;
          }
        else
          let
            one = parse tokens;
          in
          collect (found ++ [ one.value ]) one.rest;
    in
    if head tokens == "[" then collect [ ] (tail tokens) else throw "notation: a list begins with [";

  # A function of as many arguments as there are parsers.
  applied =
    function: parsers: tokens:
    if parsers == [ ] then
      {
        value = function;
        rest = tokens;
      }
    else
      let
        one = (head parsers) tokens;
      in
      applied (function one.value) (tail parsers) one.rest;

  parameters = {
    attrsOf = [ type ];
    lazyAttrsOf = [ type ];
    listOf = [ type ];
    nonEmptyListOf = [ type ];
    nullOr = [ type ];
    uniq = [ type ];
    functionTo = [ type ];
    passwdEntry = [ type ];
    either = [
      type
      type
    ];
    oneOf = [ (listOf type) ];
    enum = [ (listOf word) ];
    strMatching = [ word ];
    separatedString = [ word ];
    "ints.between" = [
      word
      word
    ];
    open = [ type ];
  };

  made =
    types
    // settings
    // {
      "ints.between" = types.ints.between;
      "ints.positive" = types.ints.positive;
      "ints.unsigned" = types.ints.unsigned;
      "ints.u8" = types.ints.u8;
      "ints.u16" = types.ints.u16;
      "ints.u32" = types.ints.u32;
      submodule = types.submodule [
        { inherit options; }
        names
      ];
      switched = types.coercedTo types.bool (enable: { inherit enable; }) (
        types.submodule { inherit options; }
      );
      open =
        freeformType:
        types.submodule [
          { inherit options freeformType; }
          names
        ];
    };
  settings = import ./settings.nix { inherit types; };

  type =
    tokens:
    let
      name = head tokens;
      inner = type (tail tokens);
    in
    if name == "(" then
      inner // { rest = tail inner.rest; }
    else
      applied (made.${name} or (throw "notation: no type ${name}")) (parameters.${name} or [ ]) (
        tail tokens
      );
in
text:
let
  parsed = type (tokens text);
in
if parsed.rest == [ ] then parsed.value else throw "notation: too much in ${text}"
