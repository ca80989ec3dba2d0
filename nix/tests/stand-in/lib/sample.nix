/**
  A module in a file of its own.
*/
{ lib, ... }:
{
  options.sample = lib.mkOption { type = lib.types.listOf lib.types.str; };
  config.sample = [ "once" ];
}
