/**
  The pointers in a request: where they are, what is wrong with them, and what they come to.

  They are found by following the form of the request's type, never by the shape of a value, so that nothing that
  an operator typed can become one.
*/
let
  inherit (builtins)
    attrNames
    concatLists
    concatMap
    elemAt
    genList
    isAttrs
    length
    mapAttrs
    ;

  indices = values: genList (i: i) (length values);

  /**
    `form -> path -> value -> [ { path, form, resultOf, field } ]`, of a value that passed its check.
  */
  found =
    form: path: value:
    if form.kind == "pointer" then
      if isAttrs value then [ (value // { inherit path form; }) ] else [ ]
    else if form.kind == "optional" then
      if value == null then [ ] else found form.of path value
    else if form.kind == "list" then
      concatLists (map (i: found form.of (path ++ [ i ]) (elemAt value i)) (indices value))
    else if form.kind == "group" then
      concatMap (name: found form.options.${name} (path ++ [ name ]) value.${name}) (attrNames value)
    else
      [ ];

  /**
    `({ resultOf, field } -> value) -> form -> value -> the value without pointers`.
  */
  followed =
    follow: form: value:
    if form.kind == "pointer" then
      if isAttrs value then follow value else value
    else if form.kind == "optional" then
      if value == null then null else followed follow form.of value
    else if form.kind == "list" then
      map (followed follow form.of) value
    else if form.kind == "group" then
      mapAttrs (name: followed follow form.options.${name}) value
    else
      value;
in
{
  inherit found followed;
}
