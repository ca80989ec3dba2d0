/**
  What is made of uploads, and what can be fetched from elsewhere. With transcoding off, PeerTube refuses to start
  with anything on that needs it.
*/
options:
let
  resolutions = import ../../resolutions.nix;
in
{
  transcoding = {
    enabled = options.transcoding;
    concurrency = options.transcodingJobs or 1;
    threads = options.transcodingThreads or 1;
    original_file.keep = options.keepOriginals or false;
    resolutions = resolutions.settings (options.resolutions or [ ]);
    always_transcode_original_resolution = true;
    # Playlists alone: with whole files beside them, everything would be stored twice.
    hls.enabled = true;
    web_videos.enabled = false;
  };
  video_studio.enabled = options.studio or false;

  import = {
    videos = {
      http.enabled = options.importByAddress;
      torrent.enabled = false;
    };
    video_channel_synchronization.enabled = options.synchronisation or false;
  };
}
