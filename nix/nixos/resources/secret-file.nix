/**
  The directories of secrets, which lead through and can't be listed, and whose each file is. Whoever deploys puts the files
  there, before their owners may even be known to the host: so owners are set when the host starts and when it is activated.
*/
{ secrets, ... }:
{ lib, ... }:
let
  inherit (builtins) dirOf listToAttrs;
  entry = name: value: { inherit name value; };

  directory =
    path:
    entry path {
      d = {
        mode = "0711";
        user = "root";
        group = "root";
      };
    };
  file =
    mode: owner: path:
    entry path {
      z = {
        inherit mode;
        user = owner;
        group = "root";
      };
    };
  above =
    { path, ... }:
    [
      (directory (dirOf (dirOf path)))
      (directory (dirOf path))
    ];
  of =
    secret@{ owner, path, ... }:
    [ (file "0400" owner path) ]
    ++ lib.optional (secret.publicPath != null) (file "0444" owner secret.publicPath);
in
{
  systemd.tmpfiles.settings.fediversity-secrets = lib.mkIf (secrets != [ ]) (
    listToAttrs (lib.concatMap above secrets ++ lib.concatMap of secrets)
  );
}
