/**
  Hosts to NixOS systems from the nixpkgs that is given, and those to one closure, `hosts/<host>` in which is a system.
*/
{
  base,
  existing,
  makesMachines,
}:
{
  system,
  nixpkgs,
  deployment,
  policies,
  settings,
  applications,
  hosts,
  allocated,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    listToAttrs
    mapAttrs
    ;
  inherit (import ../contract/finding.nix) finding;

  entries = import ./entries.nix applications;
  secrets = import ./secrets.nix {
    inherit
      applications
      hosts
      policies
      settings
      ;
  };
  modulesOf = import ./modules.nix {
    inherit
      applications
      policies
      secrets
      settings
      ;
  };

  # An application runs where its host is.
  runsOn =
    host:
    map (entry: entry.application) (filter (entry: entry.type == "host" && entry.host == host) entries);

  machineOf = host: existing.of settings (allocated host);

  modules =
    host:
    [
      (import ./host.nix { inherit host settings; })
      (base {
        inherit host settings;
        inherit (hosts.${host}) request;
        machine = machineOf host;
      })
    ]
    ++ modulesOf host
    ++ filter (module: module != null) (
      map (application: applications.${application}.nixos) (runsOn host)
    );

  systems = mapAttrs (
    host: _:
    import (nixpkgs + "/nixos/lib/eval-config.nix") {
      inherit system;
      modules = modules host;
    }
  ) hosts;
in
{
  inherit secrets systems;

  findings =
    if nixpkgs == null then
      finding [ "environment" ] "no-nixpkgs" null
    else
      concatMap (host: existing.findings settings host (allocated host)) (attrNames hosts);

  # Where each host is: a machine that exists, or one that is made for it.
  machines =
    if makesMachines then
      mapAttrs (host: _: host) hosts
    else
      listToAttrs (
        map (host: {
          name = host;
          value = (machineOf host).name;
        }) (filter (host: machineOf host != null) (attrNames hosts))
      );

  sites = listToAttrs (
    map (entry: {
      name = "${entry.application}.${entry.requirement}";
      value = { inherit (entry.result) host; };
    }) (filter (entry: entry.type == "static-site") entries)
  );

  closure = import ../machines/closure.nix {
    inherit system;
    inherit (deployment) name;
    systems = mapAttrs (_: made: made.config.system.build.toplevel) systems;
  };
}
