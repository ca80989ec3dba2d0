/**
  A virtual machine with as many cores and as much memory as the applications on it ask for, by the name of the system.
  The disk is a sparse file; who only tries them out stores less than what is asked for.
*/
name:
{ config, ... }:
let
  inherit (config.fediversity.environment.hosts.${name}) request;
in
{
  virtualisation = {
    inherit (request) cores;
    memorySize = request.memoryMiB;
    diskSize = 16384;
  };
}
