/**
  What is wrong with the changes that a module lists: versions out of order or beyond its own, old
  names that are still options, and new names that are none.
*/
{
  changes,
  options,
  version,
}:
let
  inherit (builtins)
    any
    compareVersions
    concatLists
    concatMap
    elemAt
    foldl'
    genList
    head
    length
    ;
  inherit (import ./finding.nix) finding;

  dotted = builtins.concatStringsSep ".";
  step = types: name: if types == [ ] then [ ] else (head types).inner name;
  exists = reference: foldl' step [ options ] reference != [ ];

  gone =
    change:
    map (renamed: renamed.from) (change.renamed or [ ])
    ++ map (removed: removed.option) (change.removed or [ ]);
  come =
    change:
    map (renamed: renamed.to) (change.renamed or [ ])
    ++ map (revalued: revalued.option) (change.revalued or [ ]);

  inChange =
    path: i: change:
    let
      at = path ++ [ change.version ];
      later = genList (j: elemAt changes (i + 1 + j)) (length changes - i - 1);
      known = reference: exists reference || any (change: builtins.elem reference (gone change)) later;
      next = if later == [ ] then version else (head later).version;
      limit = if later == [ ] then 0 else -1;
    in
    (if compareVersions change.version next > limit then finding at "newer-version" next else [ ])
    ++ concatMap (
      reference: if exists reference then finding at "still-there" (dotted reference) else [ ]
    ) (gone change)
    ++ concatMap (
      reference: if known reference then [ ] else finding at "unreachable" (dotted reference)
    ) (come change);
in
path: concatLists (genList (i: inChange path i (elemAt changes i)) (length changes))
