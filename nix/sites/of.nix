/**
  The static sites of applications, `[ { name = "<application>.<requirement>"; value; } ]`: each has a `result` and the
  `content` that its application gives it.
*/
applications:
let
  inherit (builtins) attrNames concatMap filter;
in
concatMap (
  application:
  let
    inherit (applications.${application}) requirements;
  in
  map (requirement: {
    name = "${application}.${requirement}";
    value = requirements.${requirement};
  }) (filter (name: requirements.${name}.type == "static-site") (attrNames requirements))
) (attrNames applications)
