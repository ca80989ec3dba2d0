/**
  Example systems, each a guest of Proxmox VE, and a virtual machine of its own with `nixos-rebuild build-vm`: one for
  each application, `combined`, `server`, and `guest`, on which nothing runs yet.
*/
{ self, nixpkgs }:
let
  inherit (builtins) mapAttrs;
  examples = import ./examples.nix;
  machine =
    name: modules:
    nixpkgs.lib.nixosSystem {
      modules = [
        { nixpkgs.hostPlatform = "x86_64-linux"; }
        (import ../nixos/host.nix {
          host = name;
          inherit (examples.environment) settings;
        })
        (import ../environments/proxmox/guest.nix { })
        ./image.nix
        { virtualisation.vmVariant = import ./tried.nix; }
      ]
      ++ modules;
    };
  standing = import ./standing.nix { inherit self; };
in
mapAttrs (
  name: applications:
  machine name [
    (standing name applications)
    { virtualisation.vmVariant = import ./large-enough.nix name; }
  ]
) examples.systems
// {
  guest = machine "guest" [ ./nameless.nix ];
  server = machine "server" [
    self.nixosModules.server
    ./examples/server.nix
  ];
}
