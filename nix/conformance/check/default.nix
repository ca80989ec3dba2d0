/**
  The parts of a check, in the order in which they are asked for: each relies on those before it. Beside them, `generated`
  shows the options of a number.
    shape         what is there, and of which sort
    texts         every text in every language
    options       what the contract says of options, changes and presets
    names         names that depend on values
    one           one evaluation, to be measured
    requirements  what is asked for with generated options
    hosts         what runs on a host with generated options: secrets in the store, texts that become programs, units that
                  don't wait
    cases         what the module says of itself in tests.nix
*/
{
  shape = import ./shape.nix;
  texts = import ./texts.nix;
  options = import ./options.nix;
  names = import ./names.nix;
  one = import ./one.nix;
  requirements = import ./requirements.nix;
  hosts = import ./hosts.nix;
  cases = import ./cases.nix;
  generated = import ./generated.nix;
}
