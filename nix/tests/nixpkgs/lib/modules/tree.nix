/**
  One level of the options: what is declared there, and what was defined for it.

  Lazy throughout: only what is read, or was defined, is looked at.
*/
let
  inherit (builtins)
    all
    attrNames
    concatMap
    filter
    head
    isAttrs
    length
    mapAttrs
    zipAttrsWith
    ;
  properties = import ./properties.nix;
  messages = import ./messages.nix;
  option = import ./option.nix;

  isOption = properties.isA "option";

  # [ { file, value = set } ] -> { name = [ { file, value } ]; }
  byName =
    sets:
    zipAttrsWith (_: values: values) (
      map (
        set:
        mapAttrs (_: value: {
          inherit (set) file;
          inherit value;
        }) set.value
      ) sets
    );

  pushedSets =
    path: definitions:
    concatMap (
      { file, value }:
      map (
        set:
        if isAttrs set && !(set ? _type) then
          {
            inherit file;
            value = set;
          }
        else
          throw (messages.notOptions path file)
      ) (properties.pushed value)
    ) definitions;

  level =
    path: declarations: definitions:
    let
      declared = byName declarations;
      defined = byName (pushedSets path definitions);

      nodeOf =
        name: here:
        let
          at = path ++ [ name ];
          files = map (declaration: declaration.file) here;
        in
        if all (declaration: isOption declaration.value) here then
          if length here == 1 then
            option at (head here) (defined.${name} or [ ])
          else
            throw (messages.declaredTwice at files)
        else if all (declaration: isAttrs declaration.value && !(isOption declaration.value)) here then
          level at here (defined.${name} or [ ])
        else
          throw (messages.declaredTwice at files);
      nodes = mapAttrs nodeOf declared;

      isKnown = name: nodes ? ${name};
      names = attrNames defined;
      ofSet = mapAttrs (name: _: nodes.${name}) (
        removeAttrs defined (filter (name: !(isKnown name)) names)
      );
      isMeant = node: if node ? isSet then node.isSet else node.set != { };
    in
    {
      options = mapAttrs (_: node: node.options) nodes;
      config = mapAttrs (_: node: node.config) nodes;
      set = mapAttrs (_: node: node.set) (
        removeAttrs ofSet (filter (name: !(isMeant ofSet.${name})) (attrNames ofSet))
      );

      # [ { file, path, value } ]
      unknown = concatMap (
        name:
        if isKnown name then
          nodes.${name}.unknown
        else
          map (definition: definition // { path = path ++ [ name ]; }) defined.${name}
      ) names;
    };
in
level
