/**
  Numbers that look random and are the same everywhere: a seed and a name decide them.
*/
let
  inherit (builtins)
    elemAt
    fromTOML
    hashString
    length
    substring
    ;

  # 48 bits, so that a remainder is even enough.
  number =
    seed: name:
    (fromTOML "number = 0x${substring 0 12 (hashString "sha256" "${toString seed}/${name}")}").number;
  below =
    seed: name: count:
    number seed name - number seed name / count * count;
in
{
  /**
    A number from 0 to below `count`, which is not 0.
  */
  inherit below;

  /**
    Whether it is one of `count` cases.
  */
  oneIn =
    count: seed: name:
    below seed name count == 0;

  /**
    One of a list's values. Every other seed takes them in turn, so that as many seeds as twice the list is long meet
    each of them; the seeds between meet them in any combination.
  */
  among =
    seed: name: values:
    let
      count = length values;
      turn = seed.number / 2 + below "turn" name count;
      inTurn = turn - turn / count * count;
      isEven = seed.number / 2 * 2 == seed.number;
    in
    elemAt values (if isEven && seed.attempt == 0 then inTurn else below seed.text name count);
}
