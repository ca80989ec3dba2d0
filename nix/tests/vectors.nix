/**
  The vectors that the Rust check runs, too. Each also says that a type keeps its form.
*/
{ lib, ... }:
let
  inherit (builtins)
    concatMap
    elem
    elemAt
    fromJSON
    genList
    intersectAttrs
    length
    readFile
    toJSON
    ;
  fromForm = import ./from-form.nix;

  # A finding is compared by what its vector says of it: path, code and others, and seldom what is shown.
  compared =
    expected: findings:
    genList (
      i:
      let
        wanted = if i < length expected then elemAt expected i else { };
      in
      intersectAttrs (
        wanted
        // {
          path = null;
          code = null;
          others = null;
        }
      ) (elemAt findings i)
    ) (length findings);

  # Some vectors say what becomes of their value.
  completions =
    vector: type:
    if vector ? completed then
      [
        {
          name = "completed: ${vector.name}";
          expected = vector.completed;
          expr = type.complete vector.value;
        }
      ]
    else
      [ ];

  # A type of nixpkgs looks at one value without those inside it.
  isScalar =
    form:
    !(elem form.kind [
      "group"
      "list"
      "secret"
    ])
    && (form.kind != "optional" || isScalar form.of);
  inNixpkgs =
    vector: type:
    if isScalar vector.type then
      [
        {
          name = "nixpkgs: ${vector.name}";
          expected = vector.findings == [ ];
          expr = (type.nixpkgs lib).check vector.value;
        }
      ]
    else
      [ ];

  cases =
    vector:
    let
      type = fromForm vector.type;
    in
    [
      {
        name = "vector: ${vector.name}";
        expected = vector.findings;
        expr = compared vector.findings (type.check [ ] vector.value);
      }
      {
        name = "form: ${vector.name}";
        expected = toJSON vector.type;
        expr = toJSON type.form;
      }
    ]
    ++ completions vector type
    ++ inNixpkgs vector type;
in
concatMap cases (fromJSON (readFile ./vectors.json))
