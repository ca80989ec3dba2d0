/**
  Without a server, a host makes its own secrets where they are missing, and copies those that a person keeps elsewhere. A
  secret that is lost is not made again where something was encrypted with it: whoever moves a host brings them along.
*/
{ secrets }:
{ lib, pkgs, ... }:
let
  generators = import ../../resources/generators.nix;
  wanted = pkgs.writeText "secrets.json" (
    builtins.toJSON (
      map (
        {
          path,
          publicPath,
          owner,
          generator,
          file,
          ...
        }:
        {
          inherit
            path
            publicPath
            owner
            file
            ;
          inherit (generators.${generator}) random holds prefix;
        }
      ) secrets
    )
  );
  readers = [
    "garage.service"
    "fediversity-garage.service"
  ]
  ++ lib.unique (
    lib.concatMap (
      { source, ... }:
      lib.optional (
        source.kind == "made" || source.kind == "option"
      ) "fediversity-${builtins.head source.of}.target"
    ) secrets
  );
in
{
  systemd.services.fediversity-secrets = lib.mkIf (secrets != [ ]) {
    description = "Secrets that are missing";
    before = readers;
    requiredBy = readers;
    path = [ pkgs.openssl ];
    serviceConfig = {
      Type = "oneshot";
      RemainAfterExit = true;
      ExecStart = "${lib.getExe pkgs.python3} ${pkgs.writeText "provide.py" (builtins.readFile ./provide.py)} ${wanted}";
    };
  };
}
