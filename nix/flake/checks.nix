/**
  What `nix flake check` builds: the package, the form of the Nix files, the Nix library's tests, and the
  NixOS module on a machine of its own.
*/
{
  self,
  nixfmt,
  runCommand,
  stdenv,
  testers,
}:
{
  package = self.packages.${stdenv.hostPlatform.system}.default;

  formatting = runCommand "formatting" { nativeBuildInputs = [ nixfmt ]; } ''
    find ${self} -name '*.nix' -exec nixfmt --check {} +
    touch $out
  '';

  library = runCommand "library" { failed = builtins.toJSON (import ../tests).failed; } ''
    [ "$failed" = "[]" ] || { echo "$failed"; exit 1; }
    touch $out
  '';

  module = testers.runNixOSTest {
    name = "fediversity";
    nodes.machine = {
      imports = [ self.nixosModules.default ];
      services.fediversity.enable = true;
    };
    testScript = ''
      machine.wait_for_unit("fediversity.service")
      machine.wait_until_succeeds("curl --fail --silent --location http://localhost:8080/")
    '';
  };
}
