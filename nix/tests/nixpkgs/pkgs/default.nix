/**
  Packages and builders that modules of ours name. None can be built: each is a store path with what
  it was made of, so that a test can look at texts.
*/
{ lib, system }:
let
  inherit (builtins) fromJSON mapAttrs readFile;
  fake = import ./fake.nix;
  listed = fromJSON (readFile ./listed.json);
  named = mapAttrs (
    attribute: mainProgram:
    fake.package (
      { inherit attribute; } // (if mainProgram == null then { } else { inherit mainProgram; })
    )
  ) listed;
  php =
    package:
    package
    // {
      buildEnv = _: package;
      extensions = { };
    };
  # Where a database lies depends on its version.
  schemas = lib.concatMapAttrs (
    attribute: package:
    let
      version = builtins.match "postgresql_([0-9]+)" attribute;
    in
    lib.optionalAttrs (version != null) {
      ${attribute} = package // {
        psqlSchema = builtins.head version;
      };
    }
  ) named;

  all =
    named
    // schemas
    // import ./texts.nix
    // {
      inherit callPackage lib system;
      path = ../.;
      formats = import ./formats.nix { types = lib.types; };
      stdenv.hostPlatform = {
        inherit system;
        isLinux = true;
      };
      OVMF = named.OVMF // {
        fd = named.OVMF;
      };
      php = php named.php;
      php83 = php named.php83;
      php84 = php named.php84;
      rustc = named.rustc // {
        llvmPackages.lld = fake.package { attribute = "lld"; };
      };
      rustPlatform.buildRustPackage =
        {
          pname,
          version,
          meta,
          ...
        }:
        fake.package {
          attribute = pname;
          inherit version;
          inherit (meta) mainProgram;
        };
      testers = import ./testers.nix { inherit lib system; };
    };

  # A function of packages is given those that it names.
  callPackage =
    file: arguments:
    let
      function = import file;
    in
    function (builtins.intersectAttrs (builtins.functionArgs function) all // arguments);
in
all
