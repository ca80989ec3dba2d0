/**
  Somebody elsewhere, who asks what browsers ask.
*/
{ pkgs, ... }:
{
  environment.systemPackages = [ pkgs.curl ];
}
