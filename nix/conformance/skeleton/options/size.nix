/**
  How large its host is. Presets set these (sizes.nix).
*/
{ types }:
{
  label = {
    en = "Size";
    de = "Größe";
  };
  help = {
    en = "What its host gets. The defaults do for most.";
    de = "Was sein Host erhält. Die Vorgaben genügen meistens.";
  };
  options = types.parts.machine.options {
    cores = {
      min = 1;
      max = 16;
      default = 1;
      help = {
        en = "How many people can be answered at once.";
        de = "Wie vielen Menschen zugleich geantwortet werden kann.";
      };
    };
    memoryMiB = {
      min = 1024;
      max = 65536;
      default = 1024;
      help = {
        en = "1024 MiB are 1 GiB.";
        de = "1024 MiB sind 1 GiB.";
      };
    };
    diskMiB = {
      min = 10240;
      max = 1048576;
      default = 10240;
      help = {
        en = "The system itself needs about 10 GiB.";
        de = "Das System selbst braucht etwa 10 GiB.";
      };
    };
  };
}
