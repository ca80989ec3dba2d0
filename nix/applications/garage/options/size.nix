{ types }:
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
    memoryMiB = {
      min = 1024;
      max = 8388608;
      default = 2048;
    };
    diskMiB = {
      min = 20480;
      max = 1073741824;
      default = 225280;
      help = {
        en = "10 GiB of it are for the system.";
        de = "10 GiB davon sind für das System.";
      };
    };
  };
}
