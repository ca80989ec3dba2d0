/**
  Settings of object storage; none without a bucket. Addresses of photos begin with the operator's own host name, never
  with that of the storage. Everything is uploaded to the host first, and goes to the bucket from there.
*/
{ resources }:
let
  inherit (resources) media mediaName;
  dotenv = import ./dotenv.nix;
in
if media == null then
  { }
else
  {
    FILESYSTEM_CLOUD = "s3";
    AWS_ACCESS_KEY_ID = dotenv media.accessKeyId;
    AWS_DEFAULT_REGION = dotenv media.region;
    AWS_BUCKET = dotenv media.bucket;
    AWS_ENDPOINT = dotenv media.endpoint;
    AWS_USE_PATH_STYLE_ENDPOINT = true;
    AWS_URL = dotenv "https://${mediaName.name}";
    AWS_VISIBILITY = "public";
    MEDIA_DELETE_LOCAL_AFTER_CLOUD = true;
  }
