/**
  What so many people need, and the options that are preset for them.
*/
let
  size = people: options: { inherit people options; } // options;
in
[
  (size 20 {
    cores = 1;
    memoryMiB = 1024;
    diskMiB = 10240;
  })
  (size 1000 {
    cores = 2;
    memoryMiB = 2048;
    diskMiB = 10240;
  })
]
