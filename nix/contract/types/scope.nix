/**
  What the options of a group are within one value: whether each applies, what it holds, and what is
  wrong with it.

  Options refer to each other as data: `visibleWhen` and `defaultFrom` name other options by paths
  such as `[ "mail" "host" ]`, beginning in the same group. **Invariant:** a reference reaches only
  what stands before it in the form, so that there are no circles, and only what passed its own
  check, so that one mistake is one finding. What it doesn't reach is as if nothing stood there.
*/
options:
let
  inherit (builtins)
    all
    elemAt
    filter
    genList
    head
    isString
    length
    listToAttrs
    mapAttrs
    stringLength
    tail
    ;
  inherit (import ../finding.nix) finding;
  inherit (import ./reference.nix)
    belowOf
    derive
    descend
    holds
    ;

  named = listToAttrs (
    map (option: {
      inherit (option) name;
      value = option;
    }) options
  );
  below = mapAttrs (_: option: belowOf option.type.form) named;
  places = listToAttrs (
    genList (place: {
      inherit (elemAt options place) name;
      value = place;
    }) (length options)
  );
in
path: value:
let
  follow =
    name: reference:
    let
      first = head reference;
    in
    if reference != [ ] && places ? ${first} && places.${first} < places.${name} then
      descend known.${first} (tail reference)
    else
      [ ];

  applies = mapAttrs (
    name: option: !(option ? visibleWhen) || all (holds (follow name)) option.visibleWhen
  ) named;

  entered = mapAttrs (
    name: option:
    if value ? ${name} then
      [ value.${name} ]
    else if option ? defaultFrom then
      derive (follow name) option.defaultFrom
    else
      [ ]
  ) named;
  # A module's default is checked like all else: what passes can be completed, whoever wrote it.
  held = mapAttrs (
    name: option:
    if entered.${name} == [ ] && option ? default then [ option.default ] else entered.${name}
  ) named;

  tooLong =
    name: label:
    let
      base = filter isString (follow name below.${name});
      bytes = stringLength label + 1 + stringLength (head base);
    in
    if below.${name} != [ ] && isString label && base != [ ] && bytes > 253 then
      finding (path ++ [ name ]) "too-long" label
    else
      [ ];

  findings = mapAttrs (
    name: option:
    if !applies.${name} then
      [ ]
    else if held.${name} != [ ] then
      option.type.check (path ++ [ name ]) (head held.${name}) ++ tooLong name (head held.${name})
    else
      finding (path ++ [ name ]) "missing" null
  ) named;

  known = mapAttrs (
    name: option:
    if applies.${name} && held.${name} != [ ] && findings.${name} == [ ] then
      [ (option.type.complete (head held.${name})) ]
    else
      [ ]
  ) named;
in
{
  inherit applies findings held;

  /**
    The value at a path that begins in the group, as a list of one value or none.
  */
  at = reference: descend known.${head reference} (tail reference);
}
