/**
  Options with one mistake have to be refused before anything is made of them, with the path and what is wrong there.
*/
{ evaluate, forms, ... }:
let
  inherit (builtins)
    any
    deepSeq
    elemAt
    length
    tryEval
    ;
  generators = map ({ name, form, ... }: {
    inherit name;
    mistaken = import ../../conformance/invalid.nix form;
  }) forms;
in
number:
let
  count = length generators;
  generator = elemAt generators (number - number / count * count);
  mistake = generator.mistaken (number / count);
  path = [ generator.name ] ++ mistake.path;
  answer = evaluate {
    applications.${generator.name} = {
      module = generator.name;
      inherit (mistake) options;
    };
    environment = import ../../conformance/environment.nix "proxmox" 0;
  };
  inherit (answer.requirements) findings requirements;
  isTold = any (finding: finding.path == path && finding.code == mistake.code) findings;
  # Nothing is made of what was refused, and what is told of it is data.
  isData =
    (tryEval (deepSeq findings true)).success
    && requirements == { }
    && answer.configuration.drvPath == null;
in
{
  inherit number;
  wrong =
    if isTold && isData then
      [ ]
    else
      [
        {
          inherit path findings;
          inherit (mistake) code;
        }
      ];
}
