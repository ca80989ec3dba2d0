/**
  The options of NixOS, as far as the fixture knows them, as a module.

  A path of the fixture leads through sets of options, and where an option has options of its own
  through `<name>` (an attribute of any name) or `*` (an entry of a list). Without arguments, so that
  it is made once for all evaluations.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    fromJSON
    groupBy
    head
    isString
    length
    listToAttrs
    mapAttrs
    match
    readDir
    readFile
    replaceStrings
    split
    tail
    ;
  lib = import ../lib;
  inherit (lib) drop take;
  typeOf = import ./notation.nix { inherit (lib) types; };

  entriesOf =
    file:
    let
      inherit (fromJSON (readFile (./options + "/${file}"))) options;
    in
    map (path: {
      path = filter isString (split "\\." path);
      declared = options.${path};
    }) (attrNames options);

  entries = concatMap entriesOf (attrNames (readDir ./options));

  isPlaceholder = name: match "<.*>|[*]" name != null;
  inside =
    entry:
    if isPlaceholder (head entry.path) then inside (entry // { path = tail entry.path; }) else entry;

  treeOf = entries: mapAttrs (_: nodeOf) (groupBy (entry: head entry.path) entries);
  nodeOf =
    entries:
    let
      further = map (entry: entry // { path = tail entry.path; }) entries;
      own = filter (entry: entry.path == [ ]) further;
      below = filter (entry: entry.path != [ ]) further;
    in
    if own == [ ] then treeOf below else optionOf (head own).declared (map inside below);

  # Options that an option shares with another one.
  borrowed =
    declared:
    if declared ? optionsOf then
      let
        path = filter isString (split "\\." declared.optionsOf);
        from = length path;
      in
      map (entry: entry // { path = drop from entry.path; }) (
        filter (entry: length entry.path > from && take from entry.path == path) entries
      )
    else
      [ ];

  # Defaults that are made of the attribute's name; an empty name leaves its dash out.
  namesIn =
    below:
    { name, ... }:
    let
      made =
        replaceStrings
          [ "-<name>" "<name>" ]
          [
            (if name == "" then "" else "-${name}")
            name
          ];
      named = filter (entry: length entry.path == 1 && long entry.declared ? named) below;
    in
    {
      config = listToAttrs (
        map (entry: {
          name = head entry.path;
          value = lib.mkOptionDefault (made (long entry.declared).named);
        }) named
      );
    };

  long = declared: if isString declared then { type = declared; } else declared;

  optionOf =
    short: below:
    let
      declared = long short;
      all = below ++ borrowed declared;
    in
    lib.mkOption (
      declared
      // {
        type = typeOf {
          options = treeOf all;
          names = namesIn all;
        } declared.type;
      }
    );
in
{
  module = {
    _file = "nixos/options";
    options = treeOf entries;
  };

  paths = map (entry: entry.path) entries;
  entries = map (entry: {
    inherit (entry) path;
    declared = long entry.declared;
  }) entries;

  # [ path ]: what has to be set where the part of the system that it belongs to is enabled.
  required = map (entry: entry.path) (
    filter (entry: (long entry.declared).required or false) entries
  );
}
