/**
  One resource type, from its parts:
    request    the type of what an application asks for
    policy     the type of what a hosting provider decides for all requests; everything has a default
    result     the fields of what one request gets (see option.nix)
    limits     what the policy says of a request (see limits.nix)
    coherent   path -> result -> [ finding ], of a chosen result as a whole
    fills      { <option of the request that may be null> = <option of the policy that decides it>; }
    reserves   the field of the result that no other deployment may have, if there is one
    behaviour  { request, result } -> what must be seen of any provider of it (see behaviour/)
*/
{ types }:
{
  request,
  policy,
  result,
  limits ? [ ],
  fills ? { },
  reserves ? null,
  coherent ? (_: _: [ ]),
  behaviour,
}:
let
  inherit (builtins)
    attrNames
    elem
    filter
    listToAttrs
    mapAttrs
    removeAttrs
    ;

  bare = field: removeAttrs field [ "known" ];
  fields = marks: types.group (map bare (filter (field: elem field.known marks) result));

  granted =
    { request, policy }:
    request
    // mapAttrs (
      option: decides: if request.${option} == null then policy.${decides} else request.${option}
    ) fills;
in
{
  inherit
    request
    policy
    limits
    reserves
    behaviour
    granted
    ;

  /**
    What a plan chooses and a configuration may use; and what a run finds out.
  */
  result = import ./refined.nix (fields [
    "chosen"
    "either"
  ]) coherent;
  observed = fields [
    "observed"
    "either"
  ];

  /**
    `{ result, observed } -> both as one`, completed: what was observed counts where nothing was chosen.
  */
  whole =
    { result, observed }:
    observed
    // removeAttrs result (
      filter (name: result.${name} == null && observed ? ${name}) (attrNames result)
    );

  /**
    `{ <field> = "chosen" | "observed" | "either"; }`
  */
  known = listToAttrs (
    map (field: {
      inherit (field) name;
      value = field.known;
    }) result
  );

  /**
    `path -> { request, policy } -> [ finding ]`, of a completed request and a completed policy: what the policy
    refuses, after it decided what the request left open.
  */
  refusals =
    path:
    { request, policy }:
    import ./limits.nix limits path {
      request = granted { inherit request policy; };
      inherit policy;
    };
}
