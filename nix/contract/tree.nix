/**
  Values inside nested sets, by their paths. What is found is a list of one value, or an empty one.
*/
let
  inherit (builtins)
    head
    isAttrs
    length
    removeAttrs
    tail
    ;
  inherit (import ./types/reference.nix) descend;

  get = value: descend [ value ];

  remove =
    value: path:
    let
      name = head path;
    in
    if !(isAttrs value && value ? ${name}) then
      value
    else if length path == 1 then
      removeAttrs value [ name ]
    else
      value // { ${name} = remove value.${name} (tail path); };

  # Nothing and null make way for a set; any other value stands in the way.
  put =
    value: path: new:
    if path == [ ] then
      [ new ]
    else if isAttrs value || value == null then
      let
        set = if value == null then { } else value;
        name = head path;
      in
      map (inner: set // { ${name} = inner; }) (put (set.${name} or null) (tail path) new)
    else
      [ ];
in
{
  inherit get put remove;
}
