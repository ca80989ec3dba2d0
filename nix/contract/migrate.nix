/**
  Stored options of an older version of a module, as the version at hand has them:
  `{ findings, dropped, moved, options }`. A module lists what changed, oldest first:
    { version
      removed   [ { option, reason, is? } ]: the value goes, and is told in `dropped`. With `is`, only
                these values may go; any other is a finding.
      renamed   [ { from, to } ]: the value moves, and is told in `moved`, since a secret that is
                kept for the option has to move as well.
      revalued  [ { option, values = [ { from, to } ] } ], by the new names }
  All paths lead through groups, not into lists. After the changes the contract's check says what
  is still missing or wrong.
*/
{
  changes,
  options,
  version,
}:
let
  inherit (builtins)
    compareVersions
    elem
    filter
    foldl'
    head
    isString
    ;
  inherit (import ./finding.nix) finding;
  inherit (import ./tree.nix) get put remove;

  drop =
    path: state:
    { option, reason, ... }@removed:
    let
      found = get state.options option;
      value = head found;
      told = map (told: told // { inherit reason; }) (finding (path ++ option) "removed" value);
    in
    if found == [ ] then
      state
    else if !(elem value (removed.is or [ value ])) then
      state // { findings = state.findings ++ finding (path ++ option) "not-migrated" value; }
    else
      state
      // {
        options = remove state.options option;
        dropped = state.dropped ++ (if value == null then [ ] else told);
      };

  move =
    path: state:
    { from, to }:
    let
      found = get state.options from;
      rest = remove state.options from;
      taken = get rest to != [ ];
      moved = put rest to (head found);
      blocked = map (told: told // { others = [ (path ++ to) ]; }) (
        finding (path ++ from) "not-migrated" (head found)
      );
    in
    if found == [ ] then
      state
    else if taken || moved == [ ] then
      state // { findings = state.findings ++ blocked; }
    else
      state
      // {
        options = head moved;
        moved = state.moved ++ [ { inherit from to; } ];
      };

  revalue =
    state:
    { option, values }:
    let
      found = get state.options option;
      fitting = filter (value: value.from == head found) values;
    in
    if found == [ ] || fitting == [ ] then
      state
    else
      state // { options = head (put state.options option (head fitting).to); };

  apply =
    path: state: change:
    let
      dropped = foldl' (drop path) state (change.removed or [ ]);
      moved = foldl' (move path) dropped (change.renamed or [ ]);
    in
    foldl' revalue moved (change.revalued or [ ]);
in
path: from: stored:
let
  missed = filter (change: compareVersions change.version from > 0) changes;
  start = {
    options = stored;
    findings = [ ];
    dropped = [ ];
    moved = [ ];
  };
  migrated = foldl' (apply path) start missed;
in
if !isString from then
  start // { findings = finding path "not-a-version" from; }
else if compareVersions from version > 0 then
  start // { findings = finding path "newer-version" from; }
else if migrated.findings != [ ] then
  migrated
else
  migrated // { findings = options.check path migrated.options; }
