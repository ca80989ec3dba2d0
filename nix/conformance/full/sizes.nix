/**
  What so many people need, and the options that are preset for them: those of the host.
*/
{ types }:
map types.parts.machine.size [
  {
    people = 20;
    cores = 1;
    memoryMiB = 1024;
    diskMiB = 10240;
  }
  {
    people = 1000;
    cores = 2;
    memoryMiB = 2048;
    diskMiB = 10240;
  }
]
