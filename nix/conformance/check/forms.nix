/**
  What a type knows at a path into its values, from its form: the names of its group there, or an empty list.
*/
let
  inherit (builtins) head isInt tail;
  namesAt =
    form: path:
    if form.kind == "optional" then
      namesAt form.of path
    else if path == [ ] then
      form.order or [ ]
    else if form.kind == "list" && isInt (head path) then
      namesAt form.of (tail path)
    else if form.kind == "group" && form.options ? ${head path} then
      namesAt form.options.${head path} (tail path)
    else
      [ ];

  # An option, or an entry of a list in one.
  leads =
    form: path:
    if form.kind == "optional" then
      leads form.of path
    else if path == [ ] then
      true
    else if form.kind == "list" then
      isInt (head path) && leads form.of (tail path)
    else
      form.kind == "group"
      && builtins.isString (head path)
      && form.options ? ${head path}
      && leads form.options.${head path} (tail path);
in
{
  inherit leads namesAt;
}
