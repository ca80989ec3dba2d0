{ types }:
let
  inherit (types.parts.units) gibibyte;
  usual = (builtins.elemAt (import ../sizes.nix { inherit types; }) 1).options;
in
{
  label = {
    en = "Size";
    de = "Größe";
  };
  help = {
    en = "The machine that it runs on. The sizes that you can choose from fill this in; it can be changed at any time, but a disk only grows.";
    de = "Die Maschine, auf der es läuft. Die wählbaren Größen füllen das aus; es lässt sich jederzeit ändern, eine Festplatte wächst aber nur.";
  };
  options = types.parts.machine.options {
    cores = {
      min = 2;
      max = 512;
      default = usual.cores;
      help = {
        en = "Preparing videos takes all that it gets: two more for each video that is prepared at the same time.";
        de = "Das Aufbereiten von Videos nimmt, was es bekommt: zwei mehr für jedes Video, das gleichzeitig aufbereitet wird.";
      };
    };
    memory = {
      min = 2 * gibibyte;
      max = 8192 * gibibyte;
      default = usual.memory;
    };
    disk = {
      min = 20 * gibibyte;
      max = 1048576 * gibibyte;
      default = usual.disk;
      help = {
        en = "Videos take two to three times the room of what was uploaded, since each is kept in several resolutions. With object storage, 60 GiB will do for uploads under way.";
        de = "Videos brauchen das Zwei- bis Dreifache des Hochgeladenen, denn jedes liegt in mehreren Auflösungen vor. Mit Objektspeicher reichen 60 GiB für das, was gerade hochgeladen wird.";
      };
    };
  };
}
