/**
  Options made from the form of an application, for tests and for `fediversity module check`:
    valid    name -> form -> number -> options that pass
    invalid  form -> number -> { options, path, code }: options with one mistake, and what a check has to say of it
  Numbers count from 0; the same number gives the same options everywhere, without a source of randomness.
*/
{
  valid = import ./valid.nix;
  invalid = import ./invalid.nix;
}
