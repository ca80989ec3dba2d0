/**
  The sizes of Pixelfed, and what they preset.
*/
let
  inherit (import ./samples.nix) module options;
  presets = [
    "cores"
    "memory"
    "disk"
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
      "20 2 2048 20480 2 2147483648 21474836480 8 4 21474836480"
      "100 2 4096 40960 2 4294967296 42949672960 16 6 107374182400"
      "1000 4 8192 204800 4 8589934592 214748364800 40 12 536870912000"
      "5000 8 16384 512000 8 17179869184 536870912000 100 24 2199023255552"
    ];
  }
  {
    name = "pixelfed's host is as large as its size says";
    expr = map (
      size:
      size.options.memory == size.memoryMiB * 1048576
      && size.options.disk == size.diskMiB * 1048576
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
        disk
        mediaSpace
        memory
        webProcesses
        workers
        ;
    };
    expected = (builtins.elemAt module.sizes 1).options;
  }
]
