/**
  The secrets of `.env`: `[ { variable, name, file } ]`. `name` is that of the credential which systemd hands over.
*/
{ relay, resources }:
let
  secret =
    variable: name: file:
    if file == null then [ ] else [ { inherit variable name file; } ];
in
secret "APP_KEY" "app-key" resources.appKey.path
++ secret "DB_PASSWORD" "database-password" resources.database.passwordFile
++ secret "REDIS_PASSWORD" "queues-password" resources.queues.passwordFile
++ secret "MAIL_PASSWORD" "mail-password" relay.passwordFile
++ (
  if resources.media == null then
    [ ]
  else
    secret "AWS_SECRET_ACCESS_KEY" "media-secret-key" resources.media.secretKeyFile
)
