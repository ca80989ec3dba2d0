/**
  Pixelfed: its form, and what follows from it.
*/
builtins.concatMap import [
  ./pixelfed/bounds.nix
  ./pixelfed/dotenv.nix
  ./pixelfed/each-option.nix
  ./pixelfed/form.nix
  ./pixelfed/operation.nix
  ./pixelfed/refused.nix
  ./pixelfed/requirements.nix
  ./pixelfed/secrets.nix
  ./pixelfed/settings.nix
  ./pixelfed/sizes.nix
  ./pixelfed/system.nix
]
