/**
  Machines that a hosting provider has: NixOS has to start on each as it did before.
*/
{ types }:
let
  inherit (import ../../resources/values { inherit types; }) path several;
  inherit (import ../../resources/option.nix) filled option;
  shared = import ../../machines/options.nix { inherit types; };

  machine = types.group (
    shared.machine
    ++ [
      (filled "uefi" (
        option "boot" (types.choice [
          {
            value = "uefi";
            label = {
              en = "UEFI, with systemd-boot";
              de = "UEFI, mit systemd-boot";
            };
          }
          {
            value = "bios";
            label = {
              en = "BIOS, with GRUB";
              de = "BIOS, mit GRUB";
            };
          }
          {
            value = "hardware";
            label = {
              en = "As the hardware module says";
              de = "Wie das Hardware-Modul sagt";
            };
          }
        ]) "How it starts" { de = "Wie sie startet"; }
      ))
      (
        option "disk" path "Disk that GRUB is installed on" {
          de = "Festplatte, auf der GRUB installiert wird";
        }
        // {
          example = "/dev/sda";
          visibleWhen = [
            {
              option = [ "boot" ];
              is = [ "bios" ];
            }
          ];
        }
      )
      (filled null (
        option "hardware" (types.optional (
          types.text {
            min = 1;
            max = 65536;
            lines = true;
          }
        )) "Hardware module" { de = "Hardware-Modul"; }
        // {
          help = {
            en = "The machine's hardware-configuration.nix, with whatever else is its own, such as a fixed address. Without one, its disk is taken to be divided as the manual of NixOS says.";
            de = "Die hardware-configuration.nix der Maschine, mit allem, was ihr sonst eigen ist, etwa einer festen Adresse. Ohne Angabe gilt ihre Festplatte als eingeteilt, wie das Handbuch von NixOS sagt.";
          };
        }
      ))
    ]
  );
in
[
  (filled [ ] (
    option "machines" (several 0 1000 machine) "Machines" { de = "Maschinen"; }
    // {
      help = {
        en = "Each host of a deployment gets one of them for itself.";
        de = "Jeder Host eines Deployments erhält eine davon für sich.";
      };
    }
  ))
  (filled null (
    option "access" (types.optional (
      types.group [
        shared.key
        shared.holders
      ]
    )) "Access to the machines" { de = "Zugang zu den Maschinen"; }
  ))
  shared.signers
]
