/**
  What stands on a host for the requirements of each type: `{ entries } -> NixOS module`. Types that are not here need
  nothing on a host.
*/
builtins.mapAttrs (_: import) {
}
