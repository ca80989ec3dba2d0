/**
  Units that the module makes itself and that start with the host, but not among those that `move` starts: nothing lets
  them wait for the application's databases, secrets and buckets. `name -> units that start -> leaves -> [ finding ]`.

  A unit is its own where it says what it runs; others belong to the modules of NixOS, and what those start can't be told.
*/
name: starts: leaves:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    elemAt
    filter
    length
    listToAttrs
    ;
  inherit (import ../../contract/finding.nix) finding;
  told = import ./told.nix;

  # `{ <unit> = leaf; }` of the services for which one of their attributes is told.
  inServices =
    isTold:
    listToAttrs (
      map (leaf: {
        name = elemAt leaf.path 3;
        value = leaf;
      }) (filter (leaf: isService leaf && isTold (leaf.path ++ [ null ])) leaves)
    );
  isService =
    { path, ... }:
    length path > 4 && elemAt path 1 == "systemd" && elemAt path 2 == "services";
  runs = inServices (
    path:
    elemAt path 4 == "script" || (elemAt path 4 == "serviceConfig" && elemAt path 5 == "ExecStart")
  );
  pulled = inServices (
    path:
    elem (elemAt path 4) [
      "requiredBy"
      "wantedBy"
    ]
  );
  early = filter (unit: pulled ? ${unit} && !(elem "${unit}.service" starts)) (attrNames runs);
in
concatMap (
  unit:
  told { inherit (pulled.${unit}) at; } (
    finding [
      name
      "move"
      "start"
    ] "not-started" "${unit}.service"
  )
) early
