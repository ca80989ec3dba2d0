/**
  A test of the disk image: on a disk that is larger, started by UEFI, with settings that cloud-init is given as Proxmox VE
  gives them. The test speaks to it through a console of its own, which is all that is added to the image; what that would
  switch off is on all the same.
*/
{ self, pkgs }:
let
  inherit (builtins) readFile;
  instrumented = self.nixosConfigurations.guest.extendModules {
    modules = [
      (pkgs.path + "/nixos/modules/testing/test-instrumentation.nix")
      ({ lib, ... }: { systemd.services."serial-getty@ttyS0".enable = lib.mkForce true; })
    ];
  };
  image = instrumented.config.system.build.images.qemu-efi;

  settings =
    pkgs.runCommand "settings"
      {
        nativeBuildInputs = [
          pkgs.dosfstools
          pkgs.mtools
        ];
      }
      ''
        truncate --size=4M $out
        mkfs.vfat -n CIDATA $out
        mcopy -i $out ${pkgs.writeText "meta-data" "instance-id: town"} ::meta-data
        mcopy -i $out ${./guest/user-data} ::user-data
        mcopy -i $out ${./guest/network-config} ::network-config
      '';
in
pkgs.testers.runNixOSTest {
  name = "guest";
  nodes = { };
  testScript = ''
    IMAGE = "${image}/${image.passthru.filePath}"
    SETTINGS = "${settings}"
    QEMU = "${pkgs.qemu_kvm}/bin"
    FIRMWARE = "${pkgs.OVMF.fd}/FV/OVMF.fd"
    ${readFile ./guest.py}
  '';
}
