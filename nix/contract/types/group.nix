/**
  Named options, in the order of the form:
    { name, type, label, help?, example?, default?, immutable?, title?, visibleWhen?, defaultFrom? }
  An option without a default must be given. Given as a list, or as `{ options, relations }`.
    visibleWhen  [ { option = path; is = [ value ]; } ], or `isNot`: the option applies only when all
                 of them hold. What doesn't apply is not required, not checked, and not there
                 afterwards.
    defaultFrom  [ text or { option = path; } ]: what an option is that was left out
    relations    see relations.nix
*/
given:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    elemAt
    filter
    genList
    isAttrs
    isList
    length
    listToAttrs
    mapAttrs
    removeAttrs
    ;
  inherit (import ../finding.nix) finding withheld;

  options = if isList given then given else given.options;
  relations = if isList given then [ ] else given.relations;
  scope = import ./scope.nix options;

  named = listToAttrs (
    map (option: {
      inherit (option) name;
      value = option;
    }) options
  );

  optionForm =
    option:
    {
      immutable = false;
      title = false;
    }
    // option.type.form
    // removeAttrs option [
      "name"
      "type"
    ];

  # The first 20 are enough to act on; an attacker's 200,000 names would only cost.
  unknown =
    value:
    let
      names = filter (name: !(named ? ${name})) (attrNames value);
    in
    if length names <= 20 then names else genList (elemAt names) 20;

  # A misspelt name may hold what should have been a secret.
  holdsSecret = form: form.kind == "secret" || (form.kind == "optional" && holdsSecret form.of);
  tellUnknown = if any (option: holdsSecret option.type.form) options then withheld else finding;
in
{
  form = {
    kind = "group";
    options = mapAttrs (_: optionForm) named;
    order = map (option: option.name) options;
  }
  // (if relations == [ ] then { } else { inherit relations; });

  check =
    path: value:
    if !isAttrs value then
      finding path "not-a-group" value
    else
      let
        within = scope path value;
      in
      concatMap (name: tellUnknown (path ++ [ name ]) "unknown" value.${name}) (unknown value)
      ++ concatMap (name: within.findings.${name}) (attrNames named)
      ++ concatMap (import ./relations.nix path within) relations;

  complete =
    value:
    let
      within = scope [ ] value;
      completed =
        name:
        map (held: {
          inherit name;
          value = named.${name}.type.complete held;
        }) (if within.applies.${name} then within.held.${name} else [ ]);
    in
    listToAttrs (concatMap completed (attrNames named));

  inner = name: if named ? ${name} then [ named.${name}.type ] else [ ];
  faults = import ./faults.nix { inherit options relations; };
}
// import ./submodule.nix options
