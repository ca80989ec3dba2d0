/**
  A value of the scalar type `of`, or where it will be found once it is known:
    { resultOf = "host"; field = "ipv4"; }
  names another requirement of the same application, and a field of its result. With `late`, the
  value is first used after machines exist (in records, say), so that observed fields will do, too.
*/
{ types }:
{
  of,
  late ? false,
}:
let
  inherit (builtins) isAttrs;
  name = types.text {
    min = 1;
    max = 64;
  };
  pointer = types.group [
    {
      name = "resultOf";
      type = name;
    }
    {
      name = "field";
      type = name;
    }
  ];
in
of
// {
  form = {
    kind = "pointer";
    of = of.form;
    inherit late;
  };
  check = path: value: (if isAttrs value then pointer else of).check path value;
  complete = value: if isAttrs value then value else of.complete value;
}
