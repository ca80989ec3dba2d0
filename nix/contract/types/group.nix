/**
  Named options, in the order of the form:
    { name, type, label, help?, example?, default?, immutable?, title? }
  An option without a default must be given.
*/
options:
let
  inherit (builtins)
    any
    attrNames
    concatMap
    elemAt
    filter
    genList
    isAttrs
    length
    listToAttrs
    mapAttrs
    removeAttrs
    ;
  inherit (import ../finding.nix) finding withheld;

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

  checkOption =
    path: value: name:
    if value ? ${name} then
      named.${name}.type.check (path ++ [ name ]) value.${name}
    else if named.${name} ? default then
      [ ]
    else
      finding (path ++ [ name ]) "missing" null;
in
{
  form = {
    kind = "group";
    options = mapAttrs (_: optionForm) named;
    order = map (option: option.name) options;
  };
  check =
    path: value:
    if !isAttrs value then
      finding path "not-a-group" value
    else
      concatMap (name: tellUnknown (path ++ [ name ]) "unknown" value.${name}) (unknown value)
      ++ concatMap (checkOption path value) (attrNames named);
  complete =
    value: mapAttrs (name: option: option.type.complete (value.${name} or option.default)) named;
}
