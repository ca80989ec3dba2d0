/**
  The cases that a module brings along in its `tests.nix`: `{ module } -> [ { name, expr, expected } ]`, where `module` is
  the module as the contract reads it. Options that a case completes have to pass, and those that it hands over have to
  exist: otherwise it would tell of options that nobody can set any more.
*/
{
  contract,
  directory,
  source,
  ...
}:
let
  inherit (builtins)
    attrNames
    concatLists
    concatMap
    concatStringsSep
    elemAt
    genList
    isAttrs
    isFunction
    isList
    isString
    length
    pathExists
    toJSON
    ;
  inherit (import ../../contract/characters.nix) cut;
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ./origin.nix directory) at within;
  told = import ./told.nix;
  file = directory + "/tests.nix";

  read = contract.read source;
  listed =
    findings:
    concatStringsSep ", " (
      map (found: "${concatStringsSep "." (map toString found.path)} (${found.code})") findings
    );
  passed =
    findings: value:
    if findings == [ ] then value else throw "options of this test do not pass: ${listed findings}";
  unknown =
    options:
    concatMap (name: if read.options.inner name == [ ] then finding [ name ] "unknown" null else [ ]) (
      attrNames options
    );
  module = read // {
    options = read.options // {
      complete = options: passed (read.options.check [ ] options) (read.options.complete options);
    };
    requirements = options: passed (unknown options) (read.requirements options);
  };

  isPlain = value: isAttrs value && !(value ? outPath) && !(value ? __functor);
  # Every place at which both differ, told apart as far as sets and lists have the same shape.
  differences =
    path: got: expected:
    if isPlain got && isPlain expected then
      concatMap (
        name:
        if !(expected ? ${name}) then
          different (path ++ [ name ]) (shown got.${name}) "nothing"
        else if !(got ? ${name}) then
          told { expected = cut 80 (toJSON expected.${name}); } (finding (path ++ [ name ]) "missing" null)
        else
          differences (path ++ [ name ]) got.${name} expected.${name}
      ) (attrNames (got // expected))
    else if isList got && isList expected && length got == length expected then
      concatLists (
        genList (i: differences (path ++ [ i ]) (elemAt got i) (elemAt expected i)) (length got)
      )
    else if got == expected then
      [ ]
    else if isString got && isString expected then
      different path got expected
    else
      different path (shown got) (shown expected);
  shown = value: if isFunction value then "a function" else toJSON value;
  different =
    path: got: expected:
    told { expected = cut 80 expected; } (finding path "not-as-expected" got);

  inCase =
    case@{
      name,
      expr,
      expected,
    }:
    let
      path = [
        "tests.nix"
        name
      ];
    in
    within path (at "expr" case) (
      if expr == expected then [ ] else told { at = at "expected" case; } (differences path expr expected)
    );
in
{
  findings = if pathExists file then concatMap inCase (import file { inherit module; }) else [ ];
}
