/**
  The hosts that applications need in a layout: from the requirements of all applications of one deployment,
  completed and granted, `{ <application>.<requirement> = { type, request }; }`, to
    hosts     { <host> = { request, holds = [ { application, requirement } ]; }; }
    places    { <application>.<requirement> = the name of its host, or null if it is on none of them }
    findings  what can't share a host ("taken", "not-shared"), and what a policy for hosts refuses
  `name` is the deployment's, a label; `elsewhere` are types that the environment meets outside these hosts.
*/
resources: layout:
{
  name,
  applications,
  elsewhere ? [ ],
}:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    elem
    filter
    foldl'
    groupBy
    head
    mapAttrs
    tail
    ;
  inherit (import ../contract/finding.nix) finding;
  measures = import ./measures.nix;

  entries = concatMap (
    application:
    map (
      requirement: applications.${application}.${requirement} // { inherit application requirement; }
    ) (attrNames applications.${application})
  ) (attrNames applications);

  hostOf =
    { application, type, ... }:
    if elem type (elsewhere ++ measures.onNoHost) then
      null
    else
      {
        together = name;
        application = "${name}-${application}";
        apart = "${name}-storage";
      }
      .${if elem type measures.storage then layout.storage else layout.host};

  placed = groupBy hostOf (filter (entry: hostOf entry != null) entries);

  pathOf = entry: [
    entry.application
    entry.requirement
    entry.type
  ];

  request =
    host: entries:
    let
      asked = map (entry: entry.request) (filter (entry: entry.type == "host") entries);
      buckets = filter (entry: elem entry.type measures.storage) entries;
      parts = asked ++ measures.ofBuckets (map (entry: entry.request) buckets);
      sum = measure: foldl' (sum: part: sum + part.${measure}) 0 parts;
      least =
        measure: if sum measure < measures.least.${measure} then measures.least.${measure} else sum measure;
    in
    {
      name = host;
      cores = least "cores";
      memoryMiB = least "memoryMiB";
      diskMiB = least "diskMiB";
      architecture = if asked == [ ] then "x86_64-linux" else (head asked).architecture;
      ipv4 = asked == [ ] || any (part: part.ipv4) asked;
      ipv6 = any (part: part.ipv6) asked;
    };

  # The first one has it, whoever comes later is told.
  clashes =
    code: option: entries:
    concatMap (
      same:
      concatMap (entry: finding (pathOf entry ++ [ option ]) code entry.request.${option}) (tail same)
    ) (builtins.attrValues (groupBy (entry: toString entry.request.${option}) entries));
  ofType = type: filter (entry: entry.type == type);
  taken =
    entries:
    concatMap (
      { type, option }:
      clashes "taken" option (filter (entry: entry.request.${option} != null) (ofType type entries))
    ) measures.exclusive;
  notShared =
    entries:
    let
      hosts = ofType "host" entries;
      other = entry: entry.request.architecture != (head hosts).request.architecture;
    in
    concatMap (
      entry: finding (pathOf entry ++ [ "architecture" ]) "not-shared" entry.request.architecture
    ) (filter other hosts);

  # Its host would be the storage's.
  storageAside =
    if layout.host == "application" && applications ? storage then
      finding [ "storage" ] "taken" "${name}-storage"
    else
      [ ];

  hosts = mapAttrs (host: entries: {
    request = request host entries;
    holds = map (entry: { inherit (entry) application requirement; }) entries;
  }) placed;
in
{
  inherit hosts;

  places = mapAttrs (
    application: mapAttrs (requirement: { type, ... }: hostOf { inherit application type; })
  ) applications;

  /**
    Given the policy for hosts.
  */
  findings =
    policy:
    let
      byHost = builtins.attrValues placed;
      check =
        host:
        resources.host.request.check [ "hosts" host ] hosts.${host}.request
        ++ resources.host.refusals [ "hosts" host ] {
          inherit policy;
          inherit (hosts.${host}) request;
        };
    in
    storageAside
    ++ taken (filter (entry: hostOf entry == null) entries)
    ++ concatMap taken byHost
    ++ concatMap notShared byHost
    ++ concatMap check (attrNames hosts);
}
