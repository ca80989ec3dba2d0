/**
  The parts of a check, in the order in which they are asked for: each relies on those before it.
    shape         what is there, and of which sort
    texts         every text in every language
    options       what the contract says of options, changes and presets
    names         names that depend on values
    one           one evaluation, to be measured
    requirements  what is asked for with generated options
    hosts         what runs on a host with generated options: secrets in the store, texts that become programs
    cases         what the module says of itself in tests.nix
*/
{
  shape = import ./shape.nix;
  texts = import ./texts.nix;
  options = { contract, source, ... }: { findings = (contract.read source).faults; };
  names = import ./names.nix;
  one = import ./one.nix;
  requirements = import ./requirements.nix;
  hosts = import ./hosts.nix;
  cases = import ./cases.nix;
}
