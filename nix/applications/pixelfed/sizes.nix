/**
  What so many active people need. A web process takes 50 to 80 MiB, a worker about 100 while it makes pictures
  smaller, MariaDB and Redis the rest. Up to 1,000 these are common rules of thumb; 5,000 is drawn further from them.
*/
{ types }:
let
  inherit (types.parts.units) gibibyte;
  size =
    people: cores: memoryMiB: diskMiB: webProcesses: workers: mediaGiB:
    types.parts.machine.size {
      inherit
        people
        cores
        memoryMiB
        diskMiB
        ;
      options = {
        inherit webProcesses workers;
        mediaSpace = mediaGiB * gibibyte;
      };
    };
in
[
  (size 20 2 2048 20480 8 4 20)
  (size 100 2 4096 40960 16 6 100)
  (size 1000 4 8192 204800 40 12 500)
  (size 5000 8 16384 512000 100 24 2048)
]
