/**
  Storage grows with files, not with people: 2 GiB for each, and room for the system. The index wants to stay in memory.
*/
{ types }:
let
  size =
    people: cores: memoryMiB: diskMiB:
    types.parts.machine.size {
      inherit
        people
        cores
        memoryMiB
        diskMiB
        ;
    };
in
[
  (size 20 1 1024 51200)
  (size 100 1 2048 225280)
  (size 1000 2 4096 2107392)
  (size 5000 4 8192 10496000)
]
