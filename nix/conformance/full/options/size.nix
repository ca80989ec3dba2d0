/**
  How large its host is. Presets set these (sizes.nix).
*/
{ types }:
let
  amount = name: min: max: default: label: help: {
    inherit
      name
      default
      label
      help
      ;
    type = types.integer { inherit min max; };
  };
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
  options = [
    (amount "cores" 1 16 1
      {
        en = "Processor cores";
        de = "Prozessorkerne";
      }
      {
        en = "How many people can be answered at once.";
        de = "Wie vielen Menschen zugleich geantwortet werden kann.";
      }
    )
    (amount "memoryMiB" 1024 65536 1024
      {
        en = "Memory in MiB";
        de = "Arbeitsspeicher in MiB";
      }
      {
        en = "1024 MiB are 1 GiB.";
        de = "1024 MiB sind 1 GiB.";
      }
    )
    (amount "diskMiB" 10240 1048576 10240
      {
        en = "Disk in MiB";
        de = "Festplatte in MiB";
      }
      {
        en = "The system itself needs about 10 GiB.";
        de = "Das System selbst braucht etwa 10 GiB.";
      }
    )
  ];
}
