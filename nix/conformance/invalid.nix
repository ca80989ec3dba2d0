/**
  Options of which exactly one thing is wrong: `form -> number -> { options, path, code }`, with the path and the code
  that a check has to find. The same number gives the same options everywhere; numbers take places and mistakes in turn.
*/
form:
let
  inherit (builtins)
    concatMap
    elem
    elemAt
    filter
    genList
    head
    isList
    isString
    length
    map
    ;
  inherit (import ./numbers.nix) below;
  inherit (import ./replaced.nix) gone replaced;
  valid = import ./valid.nix "" { inherit form; };
  placesIn = import ./places.nix form;
  mistakesOf = import ./mistakes.nix;

  core = form: if form.kind == "optional" then core form.of else form;
  isScalar =
    form:
    !(elem form.kind [
      "group"
      "list"
      "optional"
      "secret"
    ]);

  at = place: code: options: {
    inherit (place) path;
    inherit code options;
  };

  replacing =
    place: options:
    map ({ code, value }: at place code (replaced place.path value options)) (
      if place.path == [ ] then [ ] else mistakesOf place.form
    );

  missing =
    place: options:
    if place.fallsBack || place.given == [ ] then
      [ ]
    else
      [ (at place "missing" (gone place.path options)) ];

  # Names that nobody declared, among them those that mean something to Nix.
  unknown =
    place: options:
    let
      value = head place.given;
    in
    if (core place.form).kind != "group" || place.given == [ ] || value == null then
      [ ]
    else
      map
        (
          name:
          at (place // { path = place.path ++ [ name ]; }) "unknown" (
            replaced (place.path ++ [ name ]) "x" options
          )
        )
        [
          "_type"
          "__functor"
          "outPath"
          "\${x}"
          "no option"
        ];

  twice =
    place: options:
    let
      inherit (core place.form) max of;
      values = head place.given;
      whole = values ++ [ (head values) ];
    in
    if
      (core place.form).kind != "list"
      || place.given == [ ]
      || !(isList values)
      || values == [ ]
      || !(isScalar of)
      || length values >= max
    then
      [ ]
    else
      [
        (at (place // { path = place.path ++ [ (length values) ]; }) "duplicate" (
          replaced place.path whole options
        ))
      ];

  # Two names that must differ, made the same. Both are of one kind, and not left to what they come from.
  same =
    relation: places: options:
    let
      found = concatMap (path: filter (place: place.path == path) places) relation.options;
      texts = filter (
        place: place.given != [ ] && isString (head place.given) && head place.given != ""
      ) found;
      first = head texts;
      second = elemAt texts 1;
    in
    if
      relation.kind != "differ" || length texts < 2 || (core first.form).kind != (core second.form).kind
    then
      [ ]
    else
      [ (at second "not-different" (replaced second.path (head first.given) options)) ];

  # One set of options has hundreds of mistakes: a few of each are enough, so that there are many sets. Each is made once,
  # when it is needed first.
  each = 12;
  sets = genList (
    number:
    let
      options = valid number;
      places = placesIn options;
      each = visit: concatMap (place: visit place options) places;
    in
    {
      values = each replacing;
      names = each missing ++ each twice ++ each unknown;
      clashes = concatMap (relation: same relation places options) (form.relations or [ ]);
    }
  ) 10000;
in
number:
let
  inherit (elemAt sets (number / each)) clashes names values;
  turn = number - number / each * each;
  # There are many more values than names to be wrong.
  mistakes =
    if turn == 0 && clashes != [ ] then
      clashes
    else if turn < 4 then
      names
    else
      values;
in
elemAt mistakes (below (toString number) "mistake" (length mistakes))
