/**
  The buckets, if there are any.

  Objects have no ACL of their own (Garage knows none), so what may be public and what may not are in different buckets.
  Private videos are read through PeerTube (`proxy`), originals and archives as nixos/private-files.nix has it.
*/
{ resources, baseUrl }:
let
  inherit (resources) media private;
  # It becomes scheme and host of each address, in front of a path that begins with a slash.
  address = builtins.head (builtins.match "(.*[^/])/*" media.publicAddress);
  public = prefix: {
    bucket_name = media.bucket;
    prefix = "${prefix}/";
    base_url = address;
  };
  hidden = prefix: {
    bucket_name = private.bucket;
    prefix = "${prefix}/";
    base_url = baseUrl;
  };
in
{
  object_storage =
    if media == null then
      { enabled = false; }
    else
      {
        enabled = true;
        inherit (media) endpoint region;
        # The secret half comes with the other credentials.
        credentials.access_key_id = media.accessKeyId;
        upload_acl = {
          public = null;
          private = null;
        };
        proxy.proxify_private_files = true;
        streaming_playlists = public "streaming-playlists" // {
          store_live_streams = true;
        };
        web_videos = public "web-videos";
        captions = public "captions";
        original_video_files = hidden "original-video-files";
        user_exports = hidden "user-exports";
      };
}
