/**
  Lists, as nixpkgs' `lib` has them.
*/
let
  inherit (builtins)
    all
    concatMap
    elem
    elemAt
    filter
    foldl'
    genList
    isList
    length
    ;

  imapFrom =
    first: each: list:
    genList (i: each (i + first) (elemAt list i)) (length list);

  flatten = value: if isList value then concatMap flatten value else [ value ];

  sublist =
    from: count: list:
    let
      left = length list - from;
      taken = if count < left then count else left;
    in
    if taken <= 0 then [ ] else genList (i: elemAt list (from + i)) taken;
in
{
  inherit (builtins)
    all
    any
    concatLists
    concatMap
    elem
    elemAt
    filter
    foldl'
    genList
    groupBy
    head
    length
    partition
    sort
    tail
    ;
  inherit flatten sublist;

  optional = condition: value: if condition then [ value ] else [ ];
  optionals = condition: list: if condition then list else [ ];
  singleton = value: [ value ];
  toList = value: if isList value then value else [ value ];
  forEach = list: each: map each list;
  remove = value: filter (other: other != value);
  subtractLists = without: filter (value: !(elem value without));
  intersectLists = wanted: filter (value: elem value wanted);
  mutuallyExclusive = one: all (value: !(elem value one));

  imap0 = imapFrom 0;
  imap1 = imapFrom 1;
  range = first: last: if first > last then [ ] else genList (i: first + i) (last - first + 1);
  reverseList = list: genList (i: elemAt list (length list - 1 - i)) (length list);
  unique = foldl' (seen: value: if elem value seen then seen else seen ++ [ value ]) [ ];
  take = sublist 0;
  drop = from: list: sublist from (length list) list;

  last =
    list:
    if list == [ ] then throw "lists.last: list must not be empty!" else elemAt list (length list - 1);
  init =
    list:
    if list == [ ] then
      throw "lists.init: list must not be empty!"
    else
      genList (elemAt list) (length list - 1);

  findFirst =
    holds: otherwise: list:
    let
      found = filter holds list;
    in
    if found == [ ] then otherwise else builtins.head found;

  foldr =
    step: last: list:
    let
      from = i: if i == length list then last else step (elemAt list i) (from (i + 1));
    in
    from 0;
}
