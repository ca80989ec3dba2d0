/**
  The host of an application: how large it is, and what leads to it.
*/
types:
let
  inherit (import ./units.nix) mebibyte;
  pointer = import ./pointer.nix;

  option =
    name: en: de: typed:
    { min, max, ... }@given:
    {
      inherit name;
      type = typed { inherit min max; };
      label = { inherit en de; };
    }
    // removeAttrs given [
      "min"
      "max"
    ];
  amount = bounds: types.size (bounds // { step = mebibyte; });
in
{
  /**
    The options `cores`, `memory` and `disk`, the latter in bytes, each given as `{ min, max, default }` with texts.
  */
  options =
    {
      cores,
      memory,
      disk,
    }:
    [
      (option "cores" "Processor cores" "Prozessorkerne" types.integer cores)
      (option "memory" "Memory" "Arbeitsspeicher" amount memory)
      (option "disk" "Disk" "Festplatte" amount disk)
    ];

  /**
    name -> options -> the request for a host as large as these options say.
  */
  host = name: options: {
    inherit name;
    inherit (options) cores;
    memoryMiB = options.memory / mebibyte;
    diskMiB = options.disk / mebibyte;
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
        inherit cores;
        memory = memoryMiB * mebibyte;
        disk = diskMiB * mebibyte;
      };
    };
}
