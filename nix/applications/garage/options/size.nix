{ types }:
let
  inherit (types.parts.units) gibibyte;
in
{
  label = {
    en = "Size";
    de = "Größe";
  };
  help = {
    en = "How large the machine is. The disk can grow later, but never shrink.";
    de = "Wie groß die Maschine ist. Die Festplatte kann später wachsen, aber nie schrumpfen.";
  };
  options = types.parts.machine.options {
    cores = {
      min = 1;
      max = 512;
      default = 1;
    };
    memory = {
      min = gibibyte;
      max = 8192 * gibibyte;
      default = 2 * gibibyte;
    };
    disk = {
      min = 20 * gibibyte;
      max = 1048576 * gibibyte;
      default = 220 * gibibyte;
      help = {
        en = "10 GiB of it are for the system.";
        de = "10 GiB davon sind für das System.";
      };
    };
  };
}
