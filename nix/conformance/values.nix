/**
  Values that pass the check of a type, of which only the form is known: `form -> seed -> name -> value`.

  A seed is `{ number, attempt, text }`: the number counts, an attempt is made again where options turned out not to
  go together, and the text is made of both.
*/
let
  inherit (builtins)
    elem
    foldl'
    genList
    length
    ;
  inherit (import ./numbers.nix) among below;
  scalars = import ./scalars.nix;

  generator = form: (kinds.${form.kind} or scalar) form;
  scalar =
    form: seed: name:
    among seed name (scalars.${form.kind} form seed name);

  optional =
    form:
    let
      some = generator form.of;
    in
    seed: name:
    if
      among seed "${name}?" [
        true
        false
      ]
    then
      some seed name
    else
      null;

  isScalar =
    form:
    !(elem form.kind [
      "group"
      "list"
      "optional"
      "secret"
    ]);
  distinct = foldl' (kept: value: if elem value kept then kept else kept ++ [ value ]) [ ];
  upTo =
    count: values:
    genList (builtins.elemAt values) (if count < length values then count else length values);

  # Mostly short ones, since a list of 200 pages says no more than one of five.
  list =
    form:
    let
      entry = generator form.of;
      inherit (form) max min;
      few = if max < min + 5 then max else min + 5;
    in
    seed: name:
    let
      count = among seed "${name}#" [
        min
        (min + below seed.text "${name}#" (few - min + 1))
        (if max > 40 then few else max)
      ];
      # Equal scalars are refused, so some more are made than are needed.
      made = genList (i: entry seed "${name}/${toString i}");
      more = distinct (made (count * 3));
    in
    if isScalar form.of then upTo count more else made count;

  kinds = {
    inherit list optional;
    group = import ./group.nix { inherit generator; };
  };
in
{
  inherit generator;
}
