/**
  What storage in buckets changes, in requirements and configuration.
*/
let
  inherit (import ./module.nix) changed changedFrom;
in
[
  {
    name = "PeerTube: buckets, and the name of what is public";
    expr = changed { storage = "buckets"; };
    expected = [
      "configured.settings.object_storage.captions.base_url = \"https://media.video.example.org\""
      "configured.settings.object_storage.captions.bucket_name = \"video-example-org-media\""
      "configured.settings.object_storage.captions.prefix = \"captions/\""
      "configured.settings.object_storage.credentials.access_key_id = \"GK31c2f218a2e44f485b94239e\""
      "configured.settings.object_storage.enabled = true"
      "configured.settings.object_storage.endpoint = \"https://s3.example.net\""
      "configured.settings.object_storage.original_video_files.base_url = \"\""
      "configured.settings.object_storage.original_video_files.bucket_name = \"video-example-org-private\""
      "configured.settings.object_storage.original_video_files.prefix = \"original-video-files/\""
      "configured.settings.object_storage.proxy.proxify_private_files = true"
      "configured.settings.object_storage.region = \"garage\""
      "configured.settings.object_storage.streaming_playlists.base_url = \"https://media.video.example.org\""
      "configured.settings.object_storage.streaming_playlists.bucket_name = \"video-example-org-media\""
      "configured.settings.object_storage.streaming_playlists.prefix = \"streaming-playlists/\""
      "configured.settings.object_storage.streaming_playlists.store_live_streams = true"
      "configured.settings.object_storage.upload_acl.private = null"
      "configured.settings.object_storage.upload_acl.public = null"
      "configured.settings.object_storage.user_exports.base_url = \"\""
      "configured.settings.object_storage.user_exports.bucket_name = \"video-example-org-private\""
      "configured.settings.object_storage.user_exports.prefix = \"user-exports/\""
      "configured.settings.object_storage.web_videos.base_url = \"https://media.video.example.org\""
      "configured.settings.object_storage.web_videos.bucket_name = \"video-example-org-media\""
      "configured.settings.object_storage.web_videos.prefix = \"web-videos/\""
      "configured.unit.LoadCredential = [\"mail-password:/var/lib/fediversity/secrets/video/relay-password\",\"storage-key:/var/lib/fediversity/secrets/video/storage-key\",\"root-password:/var/lib/fediversity/secrets/video/root-password\"]"
      "required.media.request.addressing = \"virtual-host\""
      "required.media.request.alias = \"media.video.example.org\""
      "required.media.request.cors = [{\"exposed\":[\"Accept-Ranges\",\"Content-Range\",\"ETag\"],\"methods\":[\"GET\",\"HEAD\"]}]"
      "required.media.request.name = \"video-example-org-media\""
      "required.media.request.quotaMiB = 256000"
      "required.media.request.website = true"
      "required.media.type = \"s3-bucket\""
      "required.mediaName.request.alias.field = \"webHost\""
      "required.mediaName.request.alias.resultOf = \"media\""
      "required.mediaName.request.name = \"media.video.example.org\""
      "required.mediaName.type = \"dns-name\""
      "required.private.request.addressing = \"virtual-host\""
      "required.private.request.keyOf = \"media\""
      "required.private.request.name = \"video-example-org-private\""
      "required.private.request.quotaMiB = 51200"
      "required.private.type = \"s3-bucket\""
    ];
  }
  {
    name = "PeerTube: another name of the video files";
    expr = changedFrom { storage = "buckets"; } { mediaDomain = "files.example.org"; };
    expected = [
      "required.media.request.alias = \"files.example.org\""
      "required.mediaName.request.name = \"files.example.org\""
    ];
  }
  {
    name = "PeerTube: room for videos, in MiB";
    expr = changedFrom { storage = "buckets"; } { mediaSize = 3221225472; };
    expected = [ "required.media.request.quotaMiB = 3072" ];
  }
  {
    name = "PeerTube: room for originals and archives, in MiB";
    expr = changedFrom { storage = "buckets"; } { originalsSize = 4294967296; };
    expected = [ "required.private.request.quotaMiB = 4096" ];
  }
]
