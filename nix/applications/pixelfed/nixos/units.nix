/**
  What the units of the NixOS module lack. Its pixelfed-data-setup.service makes `.env`, migrates and caches the
  configuration, at each start and at each switch; the workers of Horizon keep the configuration that they started with,
  so they are started again with every change.
*/
{
  lib,
  relay,
  resources,
  triggers,
  commands,
}:
{
  pixelfed-secrets = import ./secrets-unit.nix {
    inherit
      lib
      relay
      resources
      triggers
      ;
  };

  pixelfed-data-setup = {
    environment = {
      # The table that it reads isn't there before the first migration. What is in the environment comes before `.env`.
      ENABLE_CONFIG_CACHE = "false";
      PIXELFED_DECLARED = commands.declared;
    };
    postStart = ''
      unset ENABLE_CONFIG_CACHE
      pixelfed-manage config:cache
    ''
    + commands.declare;
  };

  phpfpm-pixelfed.restartTriggers = triggers;
  pixelfed-horizon.restartTriggers = triggers;
}
