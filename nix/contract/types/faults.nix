/**
  What is wrong with a group as its module declares it, for whoever writes modules: references that
  reach nothing, conditions that no value meets, defaults that don't pass their own check.
*/
{ options, relations }:
let
  inherit (builtins)
    concatMap
    elemAt
    filter
    genList
    head
    isString
    length
    tail
    ;
  inherit (import ../finding.nix) finding;
  inherit (import ./reference.nix) belowOf;

  # The type at a path that begins with one of some options, as a list of one, or an empty one.
  typeAt =
    among: reference:
    let
      first = filter (option: option.name == head reference) among;
      step = types: name: if types == [ ] then [ ] else (head types).inner name;
    in
    if reference == [ ] || first == [ ] then
      [ ]
    else
      builtins.foldl' step [ (head first).type ] (tail reference);

  isFinding = findings: if findings == [ ] then [ ] else [ (head findings) ];

  inOption =
    path: before: option:
    let
      reach =
        key: reference: then':
        let
          found = typeAt before reference;
        in
        if found == [ ] then
          finding (path ++ [ key ]) "unreachable" (builtins.concatStringsSep "." reference)
        else
          then' (head found);
      fits = type: value: isFinding (type.check (path ++ [ "visibleWhen" ]) value);
      below = belowOf option.type.form;
    in
    concatMap (
      condition:
      reach "visibleWhen" condition.option (type: concatMap (fits type) (condition.is or condition.isNot))
    ) (option.visibleWhen or [ ])
    ++ concatMap (part: if isString part then [ ] else reach "defaultFrom" part.option (_: [ ])) (
      option.defaultFrom or [ ]
    )
    ++ (
      if below == [ ] then
        [ ]
      else
        reach "below" below (
          type: if type.form.kind == "domain" then [ ] else finding (path ++ [ "below" ]) "not-a-domain" null
        )
    )
    ++ (if option ? default then option.type.check (path ++ [ "default" ]) option.default else [ ])
    ++ option.type.faults path;
in
path:
builtins.concatLists (
  genList (
    i:
    let
      option = elemAt options i;
    in
    inOption (path ++ [ option.name ]) (genList (elemAt options) i) option
  ) (length options)
)
++ concatMap (
  relation:
  concatMap (
    reference:
    if typeAt options reference == [ ] then
      finding (path ++ [ "relations" ]) "unreachable" (builtins.concatStringsSep "." reference)
    else
      [ ]
  ) relation.options
) relations
