/**
  What many deployments would be with the modules at hand, each with its own outcome (see outlook.nix) and `dropped`, the entries
  that their versions have no place for. What a module gets wrong is told of its deployments alone, as far as Nix can catch it:
  theirs is null.
*/
evaluate: deployments:
let
  inherit (builtins)
    attrValues
    concatMap
    deepSeq
    filter
    mapAttrs
    tryEval
    ;

  # What was not stored for another version is not carried anywhere.
  carried =
    given:
    let
      migrated = mapAttrs (
        name: _:
        if given.applications.${name} ? version then
          (evaluate given).migrated.${name}
        else
          {
            inherit (given.applications.${name}) options;
            findings = [ ];
            dropped = [ ];
          }
      ) given.applications;
      findings = concatMap (application: application.findings) (attrValues migrated);
      applications = mapAttrs (
        name: application: application // { inherit (migrated.${name}) options; }
      ) given.applications;
    in
    (if findings == [ ] then (evaluate (given // { inherit applications; })).outlook else none)
    // (if findings == [ ] then { } else { inherit findings; })
    // {
      dropped = concatMap (application: application.dropped) (attrValues migrated);
    };

  none = {
    findings = [ ];
    unmet = [ ];
    versions = { };
    requirements = { };
    results = { };
    hosts = { };
    closure = null;
  };

  caught =
    given:
    let
      outlook = carried given;
      tried = tryEval (deepSeq outlook outlook);
    in
    if tried.success then tried.value else null;
in
map caught deployments
