/**
  The unit that makes, at each start and before everything else, what Pixelfed needs of secrets: the second half of
  `.env`, quoted as dotenv.nix says, and the keys of OAuth where Laravel Passport looks for them. That these are there is
  marked, or the set-up would try to make others.
*/
{
  lib,
  relay,
  resources,
  triggers,
}:
let
  secrets = import ./secrets.nix { inherit relay resources; };
  credential = { name, file, ... }: "${name}:${file}";
  kept = { variable, name, ... }: "keep ${variable} ${name}";
in
{
  description = "Secrets of Pixelfed";
  before = [ "pixelfed-data-setup.service" ];
  requiredBy = [ "pixelfed-data-setup.service" ];
  restartTriggers = triggers;

  serviceConfig = {
    Type = "oneshot";
    RemainAfterExit = true;
    User = "pixelfed";
    Group = "pixelfed";
    StateDirectory = "pixelfed";
    RuntimeDirectory = "pixelfed-secrets";
    RuntimeDirectoryMode = "0700";
    UMask = "0077";
    LoadCredential = map credential secrets ++ [
      "oauth-private:${resources.oauth.path}"
      "oauth-public:${resources.oauth.publicPath}"
    ];
    NoNewPrivileges = true;
    PrivateNetwork = true;
    PrivateTmp = true;
    ProtectHome = true;
    ProtectSystem = "strict";
  };

  script = ''
    keep() {
      value=$(sed 's/[\\"$]/\\&/g' "$CREDENTIALS_DIRECTORY/$2")
      printf '%s="\\"%s\\""\n' "$1" "$value"
    }
    {
      ${lib.concatMapStringsSep "\n  " kept secrets}
    } > "$RUNTIME_DIRECTORY/env"

    mkdir -p "$STATE_DIRECTORY/storage"
    for half in private public; do
      install -m 0600 "$CREDENTIALS_DIRECTORY/oauth-$half" "$STATE_DIRECTORY/storage/oauth-$half.key"
    done
    touch "$STATE_DIRECTORY/.passport-keys-generated"
  '';
}
