/**
  References from one option to another, and what is made of them. What a reference finds is a list
  of one value, or an empty one; `follow` looks a reference up.
*/
let
  inherit (builtins)
    all
    concatStringsSep
    elem
    filter
    head
    isAttrs
    isInt
    isString
    length
    tail
    ;

  written = found: found != [ ] && (isString (head found) || isInt (head found));

  descend =
    found: rest:
    if found == [ ] || rest == [ ] then
      found
    else
      let
        value = head found;
        name = head rest;
      in
      if isAttrs value && value ? ${name} then descend [ value.${name} ] (tail rest) else [ ];

  belowOf =
    form:
    if form.kind == "subdomain" then
      form.below
    else if form.kind == "optional" then
      belowOf form.of
    else
      [ ];
in
{
  /**
    From a found value on, along the rest of a path.
  */
  inherit descend;

  /**
    Whether a condition is met.
  */
  holds =
    follow: condition:
    let
      found = follow condition.option;
    in
    found != [ ]
    && (
      if condition ? is then elem (head found) condition.is else !(elem (head found) condition.isNot)
    );

  /**
    A default from other options. One reference alone is taken as it is; otherwise all parts make
    one text. Nothing comes of an option that is null.
  */
  derive =
    follow: parts:
    let
      founds = map (
        part: if isString part then [ part ] else filter (value: value != null) (follow part.option)
      ) parts;
    in
    if length parts == 1 then
      head founds
    else if all written founds then
      [ (concatStringsSep "" (map (found: toString (head found)) founds)) ]
    else
      [ ];

  /**
    The path to the domain that a type's labels stand below; empty for all other types.
  */
  inherit belowOf;
}
