/**
  What was set on a system, as a text: but for choices, for what stands in for whoever delivers secrets, and for `without`,
  names of the top level.
*/
without: system:
let
  inherit (builtins)
    isAttrs
    isFunction
    isList
    mapAttrs
    toJSON
    ;
  comparable =
    value:
    if isFunction value then
      null
    else if isList value then
      map comparable value
    else if isAttrs value && !(value ? outPath) then
      mapAttrs (_: comparable) value
    else
      value;
  inherit (system) set;
in
toJSON (
  comparable (
    removeAttrs set (
      [
        "fediversity"
        "system"
        "nixpkgs"
      ]
      ++ without
    )
    // {
      systemd = set.systemd or { } // {
        services = removeAttrs (set.systemd.services or { }) [ "fediversity-secrets" ];
      };
    }
  )
)
