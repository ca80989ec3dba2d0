/**
  PeerTube's module, read, and what it makes of options: `given` has those beside the three that every operator gives.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    isAttrs
    listToAttrs
    mapAttrs
    toJSON
    ;
  inherit (import ../../../contract) types;
  module = import ../../../contract/application.nix { inherit types; } (
    import ../../../applications/peertube { inherit types; }
  );
  eval = import ../../nixpkgs/nixos/lib/eval-config.nix;
  sample = import ./results.sample.nix;

  least = {
    domain = "video.example.org";
    title = "Videos of Weidenau";
    administratorEmail = "videos@example.org";
  };
  completed =
    given:
    let
      values = least // given;
      findings = module.options.check [ ] values;
    in
    if findings == [ ] then module.options.complete values else throw (toJSON findings);
  required = given: module.requirements (completed given);

  # What isn't asked for has no result.
  results =
    given:
    listToAttrs (
      map (name: {
        inherit name;
        value = if required given ? ${name} then sample.${name} else null;
      }) module.names
    );

  hostWith =
    modules: given: changed:
    (eval {
      system = "x86_64-linux";
      modules = modules ++ [
        (module.nixos {
          options = completed given;
          resources = results given // changed;
        })
      ];
    }).config;
  host = hostWith [ ];

  # Every value below a name as one line, `a.b = value`.
  lines =
    path: value:
    if isAttrs value && value != { } && !(value ? outPath) then
      concatMap (name: lines (if path == "" then name else "${path}.${name}") value.${name}) (
        attrNames value
      )
    else
      [ "${path} = ${toJSON value}" ];

  configured =
    given: changed:
    let
      config = host given changed;
      inherit (config.services) peertube;
      unit = config.systemd.services.peertube;
      vhost = config.services.nginx.virtualHosts."video.example.org";
    in
    {
      settings = removeAttrs peertube.settings [ "video_transcription" ];
      peertube = removeAttrs peertube [
        "settings"
        "package"
      ];
      vhost = {
        inherit (vhost) enableACME forceSSL useACMEHost;
        locations = mapAttrs (_: location: {
          inherit (location) extraConfig proxyPass recommendedProxySettings;
        }) vhost.locations;
      };
      unit = {
        inherit (unit)
          after
          requires
          restartTriggers
          wants
          ;
        inherit (unit.serviceConfig) LoadCredential;
      };
      groups = mapAttrs (_: group: group.members) config.users.groups;
      ports = config.networking.firewall.allowedTCPPorts;
      reloaded = mapAttrs (_: cert: cert.reloadServices) config.security.acme.certs;
    };

  all =
    given: changed:
    lines "" {
      required = required given;
      configured = configured given changed;
    };
  without = some: filter (line: !(elem line some));
  base = all { } { };
in
{
  inherit
    base
    completed
    configured
    host
    hostWith
    least
    lines
    module
    required
    results
    types
    ;

  /**
    What is wrong with options, as lines.
  */
  faults =
    given:
    map (finding: "${builtins.concatStringsSep "." (map toString finding.path)}: ${finding.code}") (
      module.options.check [ ] (least // given)
    );

  /**
    The lines of requirements and configuration that are new or different with these options, beside those that an
    operator has to give, or after others.
  */
  changed = given: without base (all given { });
  changedFrom = before: after: without (all before { }) (all (before // after) { });

  /**
    The same with other results.
  */
  changedBy = given: results: without (all given { }) (all given results);
}
