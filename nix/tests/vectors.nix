/**
  The vectors that the Rust check runs, too. Each also says that a type keeps its form.
*/
let
  inherit (builtins)
    concatMap
    fromJSON
    readFile
    toJSON
    ;
  fromForm = import ./from-form.nix;

  cases =
    vector:
    let
      type = fromForm vector.type;
    in
    [
      {
        name = "vector: ${vector.name}";
        expected = vector.findings;
        expr = map (finding: { inherit (finding) path code; }) (type.check [ ] vector.value);
      }
      {
        name = "form: ${vector.name}";
        expected = toJSON vector.type;
        expr = toJSON type.form;
      }
    ];
in
concatMap cases (fromJSON (readFile ./vectors.json))
