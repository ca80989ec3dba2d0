/**
  Attribute sets, as nixpkgs' `lib` has them.
*/
let
  inherit (builtins)
    attrNames
    attrValues
    filter
    foldl'
    head
    isAttrs
    length
    listToAttrs
    mapAttrs
    match
    tail
    zipAttrsWith
    ;

  nameValuePair = name: value: { inherit name value; };
  mapAttrsToList = each: set: attrValues (mapAttrs each set);
  mapAttrs' = each: set: listToAttrs (mapAttrsToList each set);

  setAttrByPath =
    path: value: if path == [ ] then value else { ${head path} = setAttrByPath (tail path) value; };

  # [ value ] or [ ].
  reached =
    path: set:
    if path == [ ] then
      [ set ]
    else if isAttrs set && set ? ${head path} then
      reached (tail path) set.${head path}
    else
      [ ];

  recursiveUpdate =
    left: right:
    zipAttrsWith
      (
        _: values:
        let
          one = head values;
          other = head (tail values);
        in
        if length values == 1 then
          one
        else if isAttrs one && isAttrs other then
          recursiveUpdate one other
        else
          other
      )
      [
        left
        right
      ];

  getBin = package: package.bin or package.out or package;
  getExe' =
    package: program:
    if !(isDerivation package) then
      throw "getExe': not a package"
    else if match ".*/.*" program != null then
      throw "getExe': ${program} is a path"
    else
      "${getBin package}/bin/${program}";
  isDerivation = value: value.type or null == "derivation";
in
{
  inherit (builtins)
    attrNames
    attrValues
    catAttrs
    getAttr
    hasAttr
    intersectAttrs
    isAttrs
    listToAttrs
    mapAttrs
    removeAttrs
    zipAttrsWith
    ;
  inherit
    mapAttrs'
    mapAttrsToList
    nameValuePair
    recursiveUpdate
    setAttrByPath
    ;

  attrByPath =
    path: otherwise: set:
    let
      found = reached path set;
    in
    if found == [ ] then otherwise else head found;
  hasAttrByPath = path: set: reached path set != [ ];
  getAttrFromPath =
    path: set:
    let
      found = reached path set;
    in
    if found == [ ] then
      abort "cannot find attribute '${builtins.concatStringsSep "." path}'"
    else
      head found;

  attrsToList = mapAttrsToList nameValuePair;
  attrVals = names: set: map (name: set.${name}) names;
  concatMapAttrs = each: set: foldl' (all: one: all // one) { } (mapAttrsToList each set);
  filterAttrs =
    holds: set: removeAttrs set (filter (name: !(holds name set.${name})) (attrNames set));
  foldlAttrs =
    step: first: set:
    foldl' (all: name: step all name set.${name}) first (attrNames set);
  genAttrs = names: each: listToAttrs (map (name: nameValuePair name (each name)) names);
  getAttrs = names: set: listToAttrs (map (name: nameValuePair name set.${name}) names);
  mergeAttrsList = foldl' (all: one: all // one) { };
  optionalAttrs = condition: set: if condition then set else { };

  inherit getBin getExe' isDerivation;
  getExe = package: getExe' package (package.meta.mainProgram or package.pname);
}
