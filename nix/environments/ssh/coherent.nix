/**
  What is wrong with settings as a whole: two machines that are one, and machines that nobody could reach again.
*/
path: settings:
let
  inherit (builtins)
    concatMap
    elemAt
    filter
    genList
    length
    ;
  inherit (import ../../contract/finding.nix) finding;
  inherit (settings) access machines signers;

  # The first one has it, whoever comes later is told.
  twice =
    option: of:
    concatMap (
      i:
      let
        machine = elemAt machines i;
        before = genList (elemAt machines) i;
        at = path ++ [
          "machines"
          i
          option
        ];
      in
      if filter (other: of other == of machine) before == [ ] then
        [ ]
      else
        finding at "duplicate" machine.${option}
    ) (genList (i: i) (length machines));
  needed =
    option: code: isThere:
    if machines == [ ] || isThere then [ ] else finding (path ++ [ option ]) code settings.${option};
in
twice "name" (machine: machine.name)
++ twice "address" (machine: {
  inherit (machine) address port;
})
++ needed "access" "missing" (access != null)
++ needed "signers" "too-few" (signers != [ ])
