/**
  What stands on a host, as NixOS modules. Their number never depends on what that is, and neither do the names that they
  set: in a plain NixOS system all of it comes from `config`.

    applications  see contract/placed.nix
    secrets       see secrets.nix, of all hosts
*/
{
  applications,
  policies,
  settings,
  secrets,
}:
host:
let
  inherit (builtins)
    attrNames
    concatMap
    dirOf
    elem
    filter
    map
    ;
  paths = import ./paths.nix policies;
  types = import ./resources;

  entries = filter (entry: entry.host == host) (import ./entries.nix applications);
  given = {
    inherit policies settings;
    secrets = filter (secret: secret.host == host) secrets;
  };

  # What is ready before an application starts, by what it asks for here.
  unitOf =
    { application, type, ... }:
    {
      mariadb = [ "fediversity-mariadb.service" ];
      postgresql = [ "postgresql.target" ];
      redis = [ "redis-${application}.service" ];
      s3-bucket = [ "fediversity-garage.service" ];
    }
    .${type} or [ ];
  once = builtins.foldl' (before: one: if elem one before then before else before ++ [ one ]) [ ];
  isHome =
    application: builtins.any (entry: entry.type == "host" && entry.application == application) entries;
  started = map (
    application:
    let
      its = filter (entry: entry.application == application) entries;
      read = filter (secret: dirOf secret.path == paths.of application) given.secrets;
    in
    {
      inherit application;
      units = applications.${application}.operation.move.start;
      needs = once (concatMap unitOf its);
      files =
        map (secret: secret.path) read
        ++ filter (path: path != null) (map (secret: secret.publicPath) read);
    }
  ) (filter isHome (attrNames applications));
in
[
  (import ./web.nix (given // { inherit entries; }))
  (import ./ready.nix { inherit started; })
]
++ map (type: types.${type} (given // { entries = filter (entry: entry.type == type) entries; })) (
  attrNames types
)
