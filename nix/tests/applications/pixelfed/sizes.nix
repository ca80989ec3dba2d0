/**
  The sizes of Pixelfed, and what they preset.
*/
let
  inherit (import ./samples.nix) module options;
  presets = [
    "cores"
    "memoryMiB"
    "diskMiB"
    "webProcesses"
    "workers"
    "mediaSpace"
  ];
  line =
    {
      people,
      cores,
      memoryMiB,
      diskMiB,
      options,
    }:
    builtins.concatStringsSep " " (
      map toString (
        [
          people
          cores
          memoryMiB
          diskMiB
        ]
        ++ map (name: options.${name}) presets
      )
    );
in
[
  {
    name = "sizes preset everything that grows with a community, and nothing else";
    expr = map line module.sizes;
    expected = [
      "20 2 2048 20480 2 2048 20480 8 4 21474836480"
      "100 2 4096 40960 2 4096 40960 16 6 107374182400"
      "1000 4 8192 204800 4 8192 204800 40 12 536870912000"
      "5000 8 16384 512000 8 16384 512000 100 24 2199023255552"
    ];
  }
  {
    name = "pixelfed's host is as large as its size says";
    expr = map (
      size:
      size.options.memoryMiB == size.memoryMiB
      && builtins.attrNames size.options == builtins.sort (a: b: a < b) presets
    ) module.sizes;
    expected = [
      true
      true
      true
      true
    ];
  }
  {
    name = "pixelfed is for a hundred people, unless one of the sizes is chosen";
    expr = {
      inherit (options { storage = "bucket"; })
        cores
        diskMiB
        mediaSpace
        memoryMiB
        webProcesses
        workers
        ;
    };
    expected = (builtins.elemAt module.sizes 1).options;
  }
]
