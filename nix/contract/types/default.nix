/**
  The closed vocabulary of option types.

  A type is
    form      JSON from which a form, and the Rust twin of the check, are made
    check     path -> value -> [ finding ]
    complete  value that passed the check -> the same with defaults filled in
    inner     name -> [ the type of the option of this name ], or [ ]
    nixpkgs      lib -> the type for options of a NixOS module
    fromNixpkgs  value of such an option -> value of this type
    secretsIn    path -> value of such an option -> [ { path, file } ]
    faults    path -> [ finding ]: what is wrong with the type as its module declares it
*/
{
  boolean = import ./boolean.nix;
  choice = import ./choice.nix;
  colour = import ./colour.nix;
  domain = import ./domain.nix;
  duration = import ./duration.nix;
  email = import ./email.nix;
  group = import ./group.nix;
  integer = import ./integer.nix;
  label = import ./label.nix;
  list = import ./list.nix;
  locale = import ./locale.nix;
  optional = import ./optional.nix;
  port = import ./port.nix;
  secret = import ./secret.nix;
  size = import ./size.nix;
  subdomain = import ./subdomain.nix;
  text = import ./text.nix;
  url = import ./url.nix;
}
