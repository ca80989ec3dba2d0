/**
  Generated options through the whole library: `suite` is `{ passed, failed }`, as nix/tests has it. A suite of its own, since a
  thousand NixOS systems take minutes. Ranges of numbers can be divided among processes.
    kind          "valid": requirements, results and NixOS systems are made of the options, for which a stand-in, or the
                  nixpkgs that is given, knows every option that is set. "invalid": they are refused, and it is told why.
    applications  the modules of one deployment; the number says what layout it has
*/
{
  kind ? "valid",
  applications ? builtins.attrNames (builtins.readDir directory),
  from ? 0,
  count ? 10,
  directory ? ../../applications,
  nixpkgs ? ../nixpkgs,
}:
let
  inherit (builtins)
    filter
    fromJSON
    genList
    isString
    length
    ;
  names = if isString applications then fromJSON applications else applications;
  asNumber = value: if isString value then fromJSON value else value;
  first = asNumber from;
  contract = import ../../contract;

  read = name: import (directory + "/${name}");
  forms = map (name: {
    inherit name;
    inherit ((contract.read (read name)).options) form;
    inherit (contract.read (read name)) refusals;
  }) names;
  evaluate =
    given:
    contract.evaluate {
      inherit given nixpkgs;
      system = "x86_64-linux";
      applications = map read names;
      environments = map (file: import file { inherit contract resources; }) [
        ../../environments/local
        ../../environments/proxmox
      ];
      layouts = import ../../layouts;
      resources = resources;
    };
  resources = import ../../resources contract;

  case =
    (
      {
        valid = import ./valid.nix;
        invalid = import ./invalid.nix;
      }
      .${kind}
    )
      {
        inherit evaluate forms;
        isAlone = asNumber count == 1;
      };
  cases = genList (i: case (first + i)) (asNumber count);
  failed = filter (case: case.wrong != [ ]) cases;
in
{
  suite = {
    passed = length cases - length failed;
    inherit failed;
  };
}
