/**
  The first step: from checked options to requirements, what the environment can't meet of them, the hosts that they
  need, and the results that are chosen for them. What a module asks for is checked as well; a finding there names the
  requirement.
*/
{
  given,
  checked,
  resources,
}:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    elem
    filter
    head
    mapAttrs
    ;
  inherit (import ./finding.nix) finding;
  inherit (checked) environment policies;

  asked = mapAttrs (name: (checked.moduleOf name).requirements) checked.options;

  # Every requirement of every application, as `visit` sees it.
  each =
    visit:
    concatMap (
      application:
      concatMap (requirement: visit application requirement asked.${application}.${requirement}) (
        attrNames asked.${application}
      )
    ) (attrNames asked);

  requestFindings =
    application: requirement:
    { type, request }:
    if !(resources ? ${type}) then
      finding [ application requirement ] "unknown" type
    else
      resources.${type}.request.check [
        application
        requirement
        type
      ] request;

  unmet = filter (entry: !(elem entry.type checked.offers)) (
    each (
      application: requirement: asked: [
        {
          inherit application requirement;
          inherit (asked) type;
          reason =
            (head (filter (lack: lack.type == asked.type) checked.lacking ++ [ { reason = null; } ])).reason;
        }
      ]
    )
  );

  completed = mapAttrs (
    _:
    mapAttrs (
      _: { type, request }: {
        inherit type;
        request = resources.${type}.request.complete request;
      }
    )
  ) asked;
  judged = mapAttrs (_: import ../resources/requirements.nix resources) completed;
  granted = mapAttrs (_: application: application.granted policies) judged;
  joined = mapAttrs (_: import ../resources/requirements.nix resources) granted;

  spread =
    if checked.layout == null then
      {
        hosts = { };
        places = mapAttrs (_: mapAttrs (_: _: null)) granted;
        findings = _: [ ];
      }
    else
      import ../layouts/hosts.nix resources checked.layout {
        inherit (checked.deployment) name;
        applications = granted;
        elsewhere = environment.elsewhere checked.settings;
      };

  # What can't be met beside an application, on its host.
  excluded =
    application:
    let
      inherit (checked.moduleOf application) excludes;
      requirements = asked.${application};
      hosts = map (requirement: spread.places.${application}.${requirement}) (
        filter (requirement: requirements.${requirement}.type == "host") (attrNames requirements)
      );
    in
    if excludes == [ ] then
      [ ]
    else
      each (
        other: requirement:
        { type, ... }:
        if
          other != application && elem type excludes && elem spread.places.${other}.${requirement} hosts
        then
          finding [
            other
            requirement
            type
          ] "not-shared" application
        else
          [ ]
      );

  findings =
    if checked.findings != [ ] then
      checked.findings
    else
      let
        inRequests = each requestFindings;
        ofEach =
          concatMap (application: judged.${application}.findings [ application ] policies) (attrNames judged)
          ++ concatMap excluded (attrNames asked);
        # What is too large for any host would be told of its host once more.
        inWhole =
          if ofEach != [ ] then
            ofEach
          else
            spread.findings (policies.host or (resources.host.policy.complete { }));
      in
      if inRequests != [ ] then
        inRequests
      else if unmet != [ ] then
        [ ]
      else
        inWhole;

  # What was allocated for a host, such as an address of a pool; nothing before it was.
  allocated = host: (given.allocated or { }).${host} or { };

  # Chosen results, with pointers followed to each other: there are no circles, or there were findings.
  results = mapAttrs (
    application: requirements:
    let
      resolved = joined.${application}.resolved results.${application};
      chosen = requirement: {
        inherit application requirement;
        asked = requirements;
        inherit (checked) deployment policies settings;
        inherit (requirements.${requirement}) type;
        request = resolved.${requirement}.request;
        host = spread.places.${application}.${requirement};
        inherit (spread) hosts;
        inherit allocated;
      };
    in
    mapAttrs (requirement: _: environment.choose (chosen requirement)) requirements
  ) granted;
in
{
  inherit
    allocated
    findings
    granted
    results
    spread
    unmet
    ;

  /**
    `{ <application>.<requirement> = { type, request }; }`, requests completed.
  */
  requirements = completed;

  /**
    application -> results by requirement -> its requirements as they were granted, with pointers followed.
  */
  resolved = application: joined.${application}.resolved;

  /**
    Names that no other deployment may have: `[ { name, application, requirement, option } ]`, where the option is the one
    that the name comes from, or null.
  */
  reserve = each (
    application: requirement:
    { type, request }:
    let
      field = resources.${type}.reserves;
      said = attrValues request;
      options = checked.options.${application};
      isSource = option: builtins.isString options.${option} && elem options.${option} said;
    in
    if field == null then
      [ ]
    else
      [
        {
          inherit application requirement;
          name = results.${application}.${requirement}.${field};
          option = head (filter isSource (attrNames options) ++ [ null ]);
        }
      ]
  );

  /**
    What has to be allocated for hosts: `[ { host, field, from } ]`, one of the values for each. Every host gets one of
    what the environment itself has pools of.
  */
  pools = concatMap (
    host:
    let
      policy = policies.host or { };
      own = (environment.pools or (_: { })) checked.settings;
      pool =
        field: from:
        if spread.hosts.${host}.request.${field} && from != [ ] then
          [ { inherit host field from; } ]
        else
          [ ];
    in
    pool "ipv4" (policy.ipv4Pool or [ ])
    ++ pool "ipv6" (policy.ipv6Pool or [ ])
    ++ map (field: {
      inherit host field;
      from = own.${field};
    }) (attrNames own)
  ) (attrNames spread.hosts);
}
