/**
  The requirements of one application, judged together: `{ <requirement> = { type, request }; }`, where requests
  passed their checks and have their defaults.

  `findings path policies` has what policies refuse, below `path ++ [ requirement, type ]` (a type without a policy is
  not offered, which is no finding but unmet), and what is wrong with pointers:
    dangling      there is no such requirement, or its result has no such field; or a bucket shares the key of none
    wrong-kind    the field is of another kind than what is asked for
    not-chosen    the field is observed, too late for a configuration
    circular      results wait for each other
*/
resources: requirements:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    mapAttrs
    ;
  inherit (import ../contract/finding.nix) finding;
  inherit (import ./pointers.nix) followed found;

  names = attrNames requirements;
  typeOf = name: resources.${requirements.${name}.type};
  formOf = name: (typeOf name).request.form;
  pointersOf = path: name: found (formOf name) path requirements.${name}.request;
  shown = pointer: "${pointer.resultOf}.${pointer.field}";

  # A field that may be null until it is known counts as what it will be.
  kindOf = form: if form.kind == "optional" then kindOf form.of else form.kind;
  fieldForm = type: field: type.result.form.options.${field} or type.observed.form.options.${field};

  wrong =
    pointer:
    let
      type = typeOf pointer.resultOf;
      code =
        if !(requirements ? ${pointer.resultOf}) || !(type.known ? ${pointer.field}) then
          "dangling"
        else if kindOf (fieldForm type pointer.field) != kindOf pointer.form.of then
          "wrong-kind"
        else if !pointer.form.late && type.known.${pointer.field} != "chosen" then
          "not-chosen"
        else
          null;
    in
    if code == null then [ ] else finding pointer.path code (shown pointer);

  # A key is shared by buckets of one application, and one of them has it.
  hasKey =
    name: requirements.${name}.type == "s3-bucket" && requirements.${name}.request.keyOf == null;
  keyless =
    path: name:
    let
      inherit (requirements.${name}) type request;
    in
    if type != "s3-bucket" || request.keyOf == null then
      [ ]
    else if requirements ? ${request.keyOf} && hasKey request.keyOf then
      [ ]
    else
      finding (path ++ [ "keyOf" ]) "dangling" request.keyOf;

  # What can be provisioned next is what waits for nothing that is left. What remains waits in a circle.
  sorted =
    done: left:
    let
      waits = name: filter (pointer: elem pointer.resultOf left) (pointersOf [ ] name);
      ready = filter (name: waits name == [ ]) left;
    in
    if ready == [ ] then
      { inherit done left; }
    else
      sorted (done ++ ready) (filter (name: !(elem name ready)) left);
  inherit (sorted [ ] names) done left;
in
{
  findings =
    path: policies:
    let
      at =
        name:
        path
        ++ [
          name
          requirements.${name}.type
        ];
      refused =
        name:
        let
          inherit (requirements.${name}) type request;
        in
        if policies ? ${type} then
          resources.${type}.refusals (at name) {
            inherit request;
            policy = policies.${type};
          }
        else
          [ ];
      dangling = concatMap (name: concatMap wrong (pointersOf (at name) name)) names;
    in
    concatMap refused names
    ++ dangling
    ++ concatMap (name: keyless (at name) name) names
    ++ concatMap (name: finding (at name) "circular" name) (if dangling == [ ] then left else [ ]);

  /**
    The requirements with what they left open decided, given policies by type.
  */
  granted =
    policies:
    mapAttrs (_: { type, request }: {
      inherit type;
      request =
        if policies ? ${type} then
          resources.${type}.granted {
            inherit request;
            policy = policies.${type};
          }
        else
          request;
    }) requirements;

  /**
    The requirements in an order in which each comes after those whose results it points to.
  */
  order = done;

  /**
    The requests without pointers, given results by requirement (chosen, and later observed as well). What isn't
    known yet is null.
  */
  resolved =
    results:
    mapAttrs (name: requirement: {
      inherit (requirement) type;
      request = followed (
        pointer: results.${pointer.resultOf}.${pointer.field} or null
      ) (formOf name) requirement.request;
    }) requirements;
}
