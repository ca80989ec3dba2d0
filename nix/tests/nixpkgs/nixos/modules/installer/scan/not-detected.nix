/**
  What a machine of metal may need.
*/
{ lib, ... }: { hardware.enableRedistributableFirmware = lib.mkDefault true; }
