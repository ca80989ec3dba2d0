{ types }:
let
  amount = name: min: max: default: en: de: {
    inherit name default;
    type = types.integer { inherit min max; };
    label = { inherit en de; };
  };
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
  options = [
    (amount "cores" 1 512 1 "Processor cores" "Prozessorkerne")
    (amount "memoryMiB" 1024 8388608 2048 "Memory in MiB" "Arbeitsspeicher in MiB")
    (
      amount "diskMiB" 20480 1073741824 225280 "Disk in MiB" "Festplatte in MiB"
      // {
        help = {
          en = "10 GiB of it are for the system.";
          de = "10 GiB davon sind für das System.";
        };
      }
    )
  ];
}
