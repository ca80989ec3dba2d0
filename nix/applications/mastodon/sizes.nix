/**
  What so many active people need: processor, memory and disk of the host, room for media, and the processes.

  The disk is for system and database; media have their own room, in a bucket or beside them (options/media.nix). Rules
  of thumb from the administration guides of Mastodon and of its hosters: nothing here was measured.
*/
{ types }:
let
  inherit (types.parts.units) gibibyte mebibyte;
in
map types.parts.machine.size [
  {
    people = 20;
    cores = 2;
    memoryMiB = 4096;
    diskMiB = 20480;
    options = {
      mediaSpace = 50 * gibibyte;
      messagesADay = 500;
      webProcesses = 2;
      webThreads = 5;
      jobProcesses = 1;
      jobThreads = 10;
      streamingProcesses = 1;
      queuesMemory = 128 * mebibyte;
    };
  }
  {
    people = 100;
    cores = 4;
    memoryMiB = 8192;
    diskMiB = 40960;
    options = {
      mediaSpace = 100 * gibibyte;
      messagesADay = 1000;
      webProcesses = 2;
      webThreads = 5;
      jobProcesses = 1;
      jobThreads = 25;
      streamingProcesses = 1;
      queuesMemory = 256 * mebibyte;
    };
  }
  {
    people = 1000;
    cores = 8;
    memoryMiB = 16384;
    diskMiB = 102400;
    options = {
      mediaSpace = 500 * gibibyte;
      messagesADay = 10000;
      webProcesses = 4;
      webThreads = 5;
      jobProcesses = 2;
      jobThreads = 25;
      streamingProcesses = 2;
      queuesMemory = gibibyte;
    };
  }
  {
    people = 5000;
    cores = 16;
    memoryMiB = 32768;
    diskMiB = 307200;
    options = {
      mediaSpace = 2048 * gibibyte;
      messagesADay = 50000;
      webProcesses = 8;
      webThreads = 5;
      jobProcesses = 4;
      jobThreads = 25;
      streamingProcesses = 4;
      queuesMemory = 4 * gibibyte;
    };
  }
]
