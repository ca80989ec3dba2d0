/**
  The host of an application: how large it is, and what leads to it.
*/
types:
let
  amount =
    name: en: de:
    {
      min,
      max,
      default,
      ...
    }@given:
    {
      inherit name default;
      type = types.integer { inherit min max; };
      label = { inherit en de; };
    }
    // removeAttrs given [
      "min"
      "max"
    ];
  pointer = import ./pointer.nix;
in
{
  /**
    The options `cores`, `memoryMiB` and `diskMiB`, each given as `{ min, max, default }` with texts.
  */
  options =
    {
      cores,
      memoryMiB,
      diskMiB,
    }:
    [
      (amount "cores" "Processor cores" "Prozessorkerne" cores)
      (amount "memoryMiB" "Memory in MiB" "Arbeitsspeicher in MiB" memoryMiB)
      (amount "diskMiB" "Disk in MiB" "Festplatte in MiB" diskMiB)
    ];

  /**
    name -> options -> the request for a host as large as these options say.
  */
  host = name: options: {
    inherit name;
    inherit (options) cores memoryMiB diskMiB;
  };

  /**
    domain -> the request for a name that leads to the requirement `host`.
  */
  leading = name: {
    inherit name;
    ipv4 = [ (pointer "host" "ipv4") ];
  };

  /**
    An entry of `sizes`, `{ people, cores, memoryMiB, diskMiB, options? }`, that presets the options above as well.
  */
  size =
    {
      cores,
      memoryMiB,
      diskMiB,
      options ? { },
      ...
    }@size:
    size
    // {
      options = options // {
        inherit cores memoryMiB diskMiB;
      };
    };
}
