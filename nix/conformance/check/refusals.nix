/**
  What the module refuses itself, with generated options: `[ finding ]`. Each refusal is a path to an option and one of
  the codes that readers of findings know.
*/
{
  contract,
  count,
  directory,
  from,
  name,
  said,
  source,
  ...
}:
let
  inherit (builtins)
    all
    attrNames
    concatLists
    concatMap
    elem
    elemAt
    genList
    isAttrs
    isInt
    isList
    isString
    length
    ;
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ./forms.nix) leads;
  inherit (import ./origin.nix directory) at within;
  told = import ./told.nix;
  codes = import ../../contract/refusable.nix;
  module = contract.read source;
  inherit (module.options) form;
  # All that pass, also those that the module refuses.
  valid = import ../valid.nix name { inherit form; };

  isPath = path: isList path && all (step: isString step || isInt step) path;
  inRefusal =
    path: refusal:
    if
      !isAttrs refusal
      ||
        attrNames refusal != [
          "code"
          "path"
        ]
    then
      finding path "not-a-refusal" refusal
    else if !isPath refusal.path || !leads form refusal.path then
      finding (path ++ [ "path" ]) "no-option" (
        if isPath refusal.path then
          builtins.concatStringsSep "." (map toString refusal.path)
        else
          refusal.path
      )
    else if !elem refusal.code codes then
      told { among = codes; } (finding (path ++ [ "code" ]) "not-refusable" refusal.code)
    else
      [ ];
  inNumber =
    number:
    let
      path = [ "refusals" ];
      refused = within path (at "refusals" said) (
        module.refusals (module.options.complete (valid number))
      );
    in
    map (found: found // { inherit number; }) (
      if isList refused then
        concatLists (genList (i: inRefusal (path ++ [ i ]) (elemAt refused i)) (length refused))
      else
        finding path "not-a-list" refused
    );
in
if said ? refusals then
  told { at = at "refusals" said; } (concatMap inNumber (genList (i: from + i) count))
else
  [ ]
