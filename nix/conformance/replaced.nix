/**
  Options with one value replaced, or put where none stood: `path -> value -> options -> options`. `gone` leaves out what
  stands at a path. Paths lead through groups and lists.
*/
let
  inherit (builtins)
    elemAt
    genList
    head
    isInt
    length
    removeAttrs
    tail
    ;
  replaced =
    path: new: value:
    if path == [ ] then
      new
    else if isInt (head path) then
      genList (i: if i == head path then replaced (tail path) new (elemAt value i) else elemAt value i) (
        length value
      )
    else
      value // { ${head path} = replaced (tail path) new (value.${head path} or { }); };

  gone =
    path: value:
    if isInt (head path) then
      genList (i: if i == head path then gone (tail path) (elemAt value i) else elemAt value i) (
        length value
      )
    else if length path == 1 then
      removeAttrs value path
    else
      value // { ${head path} = gone (tail path) value.${head path}; };
in
{
  inherit replaced gone;
}
