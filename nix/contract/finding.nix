/**
  What is wrong with a value, as data: `{ path, code, got }`. Sentences are made where they can be
  translated. A check returns all findings and never throws.
*/
let
  inherit (builtins)
    isBool
    isInt
    isString
    typeOf
    ;
  inherit (import ./characters.nix) cut;

  # A set or list is only named: looking into `{ outPath = ...; }` could change what it means.
  shown =
    value:
    if isString value then
      cut 80 value
    else if isInt value || isBool value || value == null then
      value
    else
      typeOf value;
in
{
  /**
    A list with one finding.
  */
  finding = path: code: value: [
    {
      inherit path code;
      got = shown value;
    }
  ];

  /**
    The same for a value that may be a secret: only its type is shown.
  */
  withheld = path: code: value: [
    {
      inherit path code;
      got = typeOf value;
    }
  ];
}
