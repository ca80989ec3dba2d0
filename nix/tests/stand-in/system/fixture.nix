/**
  The fixture of option paths fits together.
*/
let
  inherit (builtins)
    deepSeq
    elem
    filter
    listToAttrs
    match
    tryEval
    ;
  lib = import (../../nixpkgs + "/lib");
  inherit (import ../../nixpkgs/nixos/declared.nix) entries module paths;

  shown = lib.concatStringsSep ".";
  known = listToAttrs (map (path: lib.nameValuePair (shown path) true) paths);
  isPlaceholder = name: match "<.*>|[*]" name != null;

  # The option that a path's last placeholder belongs to, or [ ].
  owner =
    path:
    if path == [ ] then
      [ ]
    else if isPlaceholder (lib.last path) then
      lib.foldr (name: taken: if taken == [ ] && isPlaceholder name then [ ] else [ name ] ++ taken) [ ] (
        lib.init path
      )
    else
      owner (lib.init path);
  isOwned = path: owner path == [ ] || known ? ${shown (owner path)};

  option = path: lib.getAttrFromPath path module.options;
  plain = filter (entry: !(lib.any isPlaceholder entry.path) && isReachable entry.path) entries;
  # Options in a submodule are in its type.
  isReachable =
    path: lib.all (i: !(known ? ${shown (lib.take i path)})) (lib.range 1 (lib.length path - 1));
  fits =
    { path, declared }:
    let
      merged = lib.mergeDefinitions path (option path).type [
        {
          file = "fixture";
          value = declared.default;
        }
      ];
    in
    (tryEval (deepSeq merged.mergedSet null)).success;
in
[
  {
    name = "every type can be read";
    expr = filter (path: (option path).type._type != "option-type") (map (entry: entry.path) plain);
    expected = [ ];
  }
  {
    name = "every default is of its option's type";
    expr = map (entry: shown entry.path) (
      filter (entry: entry.declared ? default && !(fits entry)) plain
    );
    expected = [ ];
  }
  {
    name = "a path through an attribute or entry belongs to an option";
    expr = map shown (filter (path: !(isOwned path)) paths);
    expected = [ ];
  }
  {
    name = "what is required is an option without a default";
    expr = map (entry: shown entry.path) (
      filter (entry: entry.declared.required or false && entry.declared ? default) entries
    );
    expected = [ ];
  }
]
