/**
  What the module asks for and says of running it, with generated options: what it refuses can be told, requests pass
  their checks, results can be used, what has to be kept is kept, and units by which one sees that it works are among
  those that wait for what they stand on. A finding that many options have is told once.
*/
{
  contract,
  count,
  directory,
  from,
  name,
  said,
  source,
  types,
  ...
}@given:
let
  inherit (builtins)
    concatMap
    elem
    elemAt
    foldl'
    genList
    length
    match
    ;
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ./forms.nix) namesAt;
  inherit (import ./origin.nix directory) along at within;
  told = import ./told.nix;
  evaluate = import ./evaluated.nix given;
  resources = import ../../resources contract;
  shapes = import ../../contract/operation { inherit types; };
  module = contract.read source;
  valid = import ../valid.nix name {
    inherit (module.options) form;
    inherit (module) refusals;
  };

  # Of the host itself: its own requirements bring them along.
  isOfHost =
    unit:
    match "(nginx|postgresql|mysql|acme-.*|fediversity-.*|redis-.*)[.](service|target)" unit != null;
  notStarted =
    operation:
    concatMap (
      check:
      if check.unit == null || isOfHost check.unit || elem check.unit operation.move.start then
        [ ]
      else
        finding [
          name
          "move"
          "start"
        ] "not-started" check.unit
    ) operation.checks;

  # Below `[ application, requirement, type ]`, or `[ application, part ]` of what is said of running it.
  isOfRequest = path: length path > 2 && resources ? ${toString (elemAt path 2)};
  isOfOperation = path: length path > 1 && !isOfRequest path && shapes ? ${toString (elemAt path 1)};
  among =
    path:
    if isOfRequest path then
      namesAt resources.${elemAt path 2}.request.form (after 3 (before path))
    else if isOfOperation path then
      namesAt shapes.${elemAt path 1}.form (after 2 (before path))
    else
      [ ];
  after = first: path: genList (i: elemAt path (first + i)) (length path - first);
  before = path: genList (elemAt path) (length path - 1);
  explained =
    options: found:
    let
      names = among found.path;
      asked = said.requirements (module.options.complete options);
    in
    told (
      {
        at = along (after 1 found.path) (if isOfOperation found.path then said else asked);
      }
      // (if found.code == "unknown" && names != [ ] then { among = names; } else { })
    ) [ found ];

  inNumber =
    number:
    let
      options = valid number;
      answer = evaluate number options;
      inherit (answer) configuration requirements;
      unmet = map (unmet: {
        path = [
          unmet.application
          unmet.requirement
        ];
        code = "unmet";
        got = unmet.type;
      }) requirements.unmet;
      ofConfiguration =
        if configuration.findings != [ ] then
          configuration.findings
        else
          notStarted configuration.operations.${name};
      asked = within [ "requirements" ] (at "requirements" said) (
        builtins.deepSeq requirements.findings requirements
      );
      looked = within [ "operation" ] null (builtins.deepSeq ofConfiguration ofConfiguration);
    in
    map (found: found // { inherit number; }) (
      concatMap (explained options) (if asked.findings != [ ] then asked.findings else unmet ++ looked)
    );
  once = foldl' (
    kept: found:
    if elem { inherit (found) path code; } (map (other: { inherit (other) path code; }) kept) then
      kept
    else
      kept ++ [ found ]
  ) [ ];

  refusals = import ./refusals.nix given;
in
{
  findings = once (
    if refusals != [ ] then refusals else concatMap inNumber (genList (i: from + i) count)
  );
}
