/**
  Every requirement with the application that it belongs to:
    home   the host that the application runs on, or null
    users  the host's users that it runs as
*/
applications:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    head
    ;
  homeOf =
    requirements:
    let
      its = filter (name: requirements.${name}.type == "host") (attrNames requirements);
    in
    if its == [ ] then null else requirements.${head its}.host;
in
concatMap (
  application:
  let
    inherit (applications.${application}) requirements;
    of = {
      inherit application;
      home = homeOf requirements;
      users = import ./users.nix requirements;
    };
  in
  map (requirement: requirements.${requirement} // of // { inherit requirement; }) (
    attrNames requirements
  )
) (attrNames applications)
