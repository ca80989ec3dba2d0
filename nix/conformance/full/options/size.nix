/**
  How large its host is. Presets set these (sizes.nix).
*/
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
    memory = {
      min = gibibyte;
      max = 64 * gibibyte;
      default = gibibyte;
    };
    disk = {
      min = 10 * gibibyte;
      max = 1024 * gibibyte;
      default = 10 * gibibyte;
      help = {
        en = "The system itself needs about 10 GiB.";
        de = "Das System selbst braucht etwa 10 GiB.";
      };
    };
  };
}
