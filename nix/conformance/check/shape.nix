/**
  Whether a module is a set of the attributes that the contract knows, each of its sort. Texts come later.
*/
{
  directory,
  name,
  source,
  said,
  types,
  ...
}:
let
  inherit (builtins)
    all
    concatMap
    elem
    filter
    genList
    attrNames
    isAttrs
    isFunction
    isInt
    isList
    isString
    length
    match
    elemAt
    pathExists
    readDir
    ;
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ./origin.nix directory) at;
  told = import ./told.nix;
  names = readDir ../../applications;

  isFunctor = value: isFunction value || (isAttrs value && value ? __functor);
  sorts = {
    contract = value: if value == 1 then null else "not-this-contract";
    name =
      value:
      if !isString value || types.label.check [ ] value != [ ] then
        "not-a-label"
      else if value != name then
        "not-the-directory"
      else if names ? ${name} && directory != ../../applications + "/${name}" then
        "name-taken"
      else
        null;
    version =
      value: if isString value && match "[0-9]+([.][0-9]+)*" value != null then null else "not-a-version";
    label = set;
    summary = set;
    sizes = list;
    sections = list;
    requirements = function;
  };
  further = {
    changes = list;
    relations = list;
    refusals = function;
    excludes = list;
    sites = function;
    nixos = function;
    address = function;
    state = function;
    checks = function;
    administrator = function;
    move = function;
    upgrade = set;
  };
  set = value: if isAttrs value then null else "not-a-set";
  list = value: if isList value then null else "not-a-list";
  function = value: if isFunctor value then null else "not-a-function";
  known = sorts // further;

  judged =
    attribute:
    let
      code = known.${attribute} said.${attribute};
    in
    if code == null then
      [ ]
    else
      told { at = at attribute said; } (finding [ attribute ] code said.${attribute});
  missing = filter (attribute: !(said ? ${attribute})) (attrNames sorts);
  unknown = filter (attribute: !(known ? ${attribute})) (attrNames said);

  each =
    path: visit: values:
    builtins.concatLists (genList (i: visit (path ++ [ i ]) (elemAt values i)) (length values));
  # What a set has to have, and what it may have beside that.
  holds =
    has: mayHave: path: value:
    if !isAttrs value then
      finding path "not-a-set" value
    else
      concatMap (attribute: finding (path ++ [ attribute ]) "missing" null) (
        filter (attribute: !(value ? ${attribute})) has
      )
      ++ concatMap (unknownIn (has ++ mayHave) path value) (
        filter (attribute: !(elem attribute (has ++ mayHave))) (attrNames value)
      );
  unknownIn =
    among: path: value: attribute:
    told {
      inherit among;
      at = at attribute value;
    } (finding (path ++ [ attribute ]) "unknown" value.${attribute});
  section =
    path: value:
    let
      own = holds [ "label" "help" "options" ] [ ] path value;
    in
    if own != [ ] then
      own
    else if !isList value.options then
      finding (path ++ [ "options" ]) "not-a-list" value.options
    else
      each (path ++ [ "options" ]) option value.options;
  option =
    path: value:
    holds
      [
        "name"
        "type"
      ]
      [
        "label"
        "help"
        "example"
        "default"
        "immutable"
        "title"
        "visibleWhen"
        "defaultFrom"
      ]
      (
        if value ? name && isString value.name then
          [
            "options"
            value.name
          ]
        else
          path
      )
      value;
  size =
    path: value:
    let
      own = holds [ "people" "cores" "memoryMiB" "diskMiB" ] [ "options" ] path value;
      isAmount = amount: isInt amount && amount >= 0;
    in
    if own != [ ] then
      own
    else if
      all (amount: isAmount value.${amount}) [
        "people"
        "cores"
        "memoryMiB"
        "diskMiB"
      ]
    then
      [ ]
    else
      finding path "not-amounts" value;

  own =
    concatMap (attribute: finding [ attribute ] "missing" null) missing
    ++ concatMap (unknownIn (attrNames known) [ ] said) unknown
    ++ concatMap judged (filter (attribute: said ? ${attribute}) (attrNames known));
  inside = each [ "sections" ] section said.sections ++ each [ "sizes" ] size said.sizes;
in
{
  findings =
    (if pathExists (directory + "/README.md") then [ ] else finding [ "README.md" ] "missing" null)
    ++ (
      if !isFunctor source then
        finding [ ] "not-a-function" source
      else if !isAttrs said then
        finding [ ] "not-a-set" said
      else if own != [ ] then
        own
      else
        inside
    );
}
