/**
  What so many active people need, and the options that are preset for them. Rules of thumb from PeerTube's documents:
  1 to 2 cores and GiB for each video that is prepared at the same time, and disk for 1.5 to 3 times of what is
  uploaded. How many watch at once decides on bandwidth, not on these.
*/
{ types }:
let
  inherit (types.parts.units) gibibyte;
  size =
    people: host:
    {
      jobs,
      threads,
      media,
      originals,
    }:
    types.parts.machine.size (
      host
      // {
        inherit people;
        options = {
          transcodingJobs = jobs;
          transcodingThreads = threads;
          mediaSize = media * gibibyte;
          originalsSize = originals * gibibyte;
        };
      }
    );
in
[
  (size 20
    {
      cores = 2;
      memoryMiB = 4096;
      diskMiB = 102400;
    }
    {
      jobs = 1;
      threads = 1;
      media = 100;
      originals = 20;
    }
  )
  (size 100
    {
      cores = 4;
      memoryMiB = 6144;
      diskMiB = 307200;
    }
    {
      jobs = 1;
      threads = 2;
      media = 250;
      originals = 50;
    }
  )
  (size 1000
    {
      cores = 8;
      memoryMiB = 12288;
      diskMiB = 1048576;
    }
    {
      jobs = 2;
      threads = 3;
      media = 1000;
      originals = 200;
    }
  )
  (size 5000
    {
      cores = 16;
      memoryMiB = 32768;
      diskMiB = 4194304;
    }
    {
      jobs = 4;
      threads = 3;
      media = 4000;
      originals = 800;
    }
  )
]
