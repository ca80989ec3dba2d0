/**
  A type with a further check, of values that passed the type's own: `path -> value -> [ finding ]`,
  where the value has its defaults filled in.
*/
type: further:
type
// {
  check =
    path: value:
    let
      findings = type.check path value;
    in
    if findings != [ ] then findings else further path (type.complete value);
}
