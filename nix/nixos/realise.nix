/**
  Hosts to NixOS systems from the nixpkgs that is given, and those to one closure, `hosts/<host>` in which is a system.
*/
{ base }:
{
  system,
  nixpkgs,
  deployment,
  policies,
  settings,
  applications,
  hosts,
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

  modules =
    host:
    [
      (import ./host.nix { inherit host settings; })
      (base {
        inherit host settings;
        inherit (hosts.${host}) request;
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
  toplevel = host: systems.${host}.config.system.build.toplevel;
in
{
  inherit secrets systems;

  findings = if nixpkgs == null then finding [ "environment" ] "no-nixpkgs" null else [ ];

  sites = listToAttrs (
    map (entry: {
      name = "${entry.application}.${entry.requirement}";
      value = { inherit (entry.result) host; };
    }) (filter (entry: entry.type == "static-site") entries)
  );

  # Names and systems are arguments: nothing is spliced into the script.
  closure = derivation {
    name = "hosts-of-${deployment.name}";
    inherit system;
    builder = "/bin/sh";
    PATH = "/usr/bin:/bin";
    preferLocalBuild = true;
    allowSubstitutes = false;
    args = [
      "-euc"
      ''
        mkdir -p "$out/hosts"
        while [ $# -gt 0 ]; do
          ln -s "$2" "$out/hosts/$1"
          shift 2
        done
      ''
      "hosts"
    ]
    ++ concatMap (host: [
      host
      "${toplevel host}"
    ]) (attrNames hosts);
  };
}
