/**
  Relations between options of a group, as data: `{ kind, options = [ path ]; }`
    differ    no two of them are equal
    any       at least one of them is set
    together  all of them are set, or none is
    at-most   each is at most the next one, for numbers
  Options that don't apply are left out, and where one of them is wrong by itself, nothing more is
  said. A finding stands at the option that is to change, and `others` are the paths it was
  compared with.
*/
let
  inherit (builtins)
    any
    elemAt
    filter
    genList
    head
    isBool
    isInt
    isString
    length
    ;
  inherit (import ../finding.nix) finding;

  isSet = value: value != null && value != "" && value != [ ];
  isScalar = value: isString value || isInt value || isBool value;

  found =
    others: code: entry:
    let
      compared = if others == [ ] then { } else { others = map (other: other.path) others; };
    in
    map (found: found // compared) (finding entry.path code entry.value);
  before = entries: i: genList (elemAt entries) i;
  concatIndexed = visit: entries: builtins.concatLists (genList visit (length entries));

  verdicts = {
    differ =
      entries:
      concatIndexed (
        i:
        let
          entry = elemAt entries i;
          equal = filter (other: isSet other.value && other.value == entry.value) (before entries i);
        in
        if isSet entry.value && isScalar entry.value && equal != [ ] then
          found [ (head equal) ] "not-different" entry
        else
          [ ]
      ) entries;

    any =
      entries:
      if entries == [ ] || any (entry: isSet entry.value) entries then
        [ ]
      else
        found (builtins.tail entries) "none-set" (head entries);

    together =
      entries:
      let
        set = filter (entry: isSet entry.value) entries;
        unset = filter (entry: !(isSet entry.value)) entries;
      in
      if set == [ ] then [ ] else builtins.concatMap (found set "not-together") unset;

    at-most =
      entries:
      let
        numbers = filter (entry: isInt entry.value) entries;
      in
      concatIndexed (
        i:
        let
          entry = elemAt numbers i;
          next = elemAt numbers (i + 1);
        in
        if i + 1 < length numbers && entry.value > next.value then
          found [ next ] "not-at-most" entry
        else
          [ ]
      ) numbers;
  };
in
path: scope:
{ kind, options }:
let
  applying = filter (reference: reference != [ ] && scope.applies.${head reference} or false) options;
  wrong = any (reference: scope.findings.${head reference} != [ ]) applying;
  entry = reference: {
    path = path ++ reference;
    value =
      let
        value = scope.at reference;
      in
      if value == [ ] then null else head value;
  };
in
if wrong then [ ] else verdicts.${kind} (map entry applying)
