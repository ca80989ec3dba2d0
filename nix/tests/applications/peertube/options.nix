/**
  What each option about the machine and its videos changes, in requirements and configuration.
*/
let
  inherit (import ./module.nix) changed;
in
[
  {
    name = "PeerTube: cores, and connections with them";
    expr = changed { cores = 8; };
    expected = [
      "configured.settings.database.pool.max = 21"
      "required.database.request.connections = 31"
      "required.host.request.cores = 8"
    ];
  }
  {
    name = "PeerTube: many cores don't take all connections";
    expr = changed { cores = 23; };
    expected = [
      "configured.settings.database.pool.max = 50"
      "required.database.request.connections = 60"
      "required.host.request.cores = 23"
    ];
  }
  {
    name = "PeerTube: memory";
    expr = changed { memory = 8589934592; };
    expected = [ "required.host.request.memoryMiB = 8192" ];
  }
  {
    name = "PeerTube: disk";
    expr = changed { disk = 429496729600; };
    expected = [ "required.host.request.diskMiB = 409600" ];
  }
  {
    name = "PeerTube: no transcoding, and nothing that needs it";
    expr = changed { transcoding = false; };
    expected = [
      "configured.settings.transcoding.enabled = false"
      "configured.settings.transcoding.resolutions.1080p = false"
      "configured.settings.transcoding.resolutions.360p = false"
      "configured.settings.transcoding.resolutions.720p = false"
      "configured.settings.transcoding.threads = 1"
    ];
  }
  {
    name = "PeerTube: resolutions";
    expr = changed {
      resolutions = [
        "0p"
        "480p"
      ];
    };
    expected = [
      "configured.settings.transcoding.resolutions.0p = true"
      "configured.settings.transcoding.resolutions.1080p = false"
      "configured.settings.transcoding.resolutions.360p = false"
      "configured.settings.transcoding.resolutions.480p = true"
      "configured.settings.transcoding.resolutions.720p = false"
    ];
  }
  {
    name = "PeerTube: videos at the same time";
    expr = changed { transcodingJobs = 3; };
    expected = [ "configured.settings.transcoding.concurrency = 3" ];
  }
  {
    name = "PeerTube: threads";
    expr = changed { transcodingThreads = 4; };
    expected = [ "configured.settings.transcoding.threads = 4" ];
  }
  {
    name = "PeerTube: originals";
    expr = changed { keepOriginals = true; };
    expected = [ "configured.settings.transcoding.original_file.keep = true" ];
  }
  {
    name = "PeerTube: the studio";
    expr = changed { studio = true; };
    expected = [ "configured.settings.video_studio.enabled = true" ];
  }
  {
    name = "PeerTube: import by address";
    expr = changed { importByAddress = true; };
    expected = [ "configured.settings.import.videos.http.enabled = true" ];
  }
  {
    name = "PeerTube: import of channels";
    expr = changed {
      importByAddress = true;
      synchronisation = true;
    };
    expected = [
      "configured.settings.import.video_channel_synchronization.enabled = true"
      "configured.settings.import.videos.http.enabled = true"
    ];
  }
  {
    name = "PeerTube: sensitive videos are blurred";
    expr = changed { sensitive = "blur"; };
    expected = [ "configured.settings.instance.default_nsfw_policy = \"blur\"" ];
  }
  {
    name = "PeerTube: sensitive videos are shown";
    expr = changed { sensitive = "display"; };
    expected = [ "configured.settings.instance.default_nsfw_policy = \"display\"" ];
  }
  {
    name = "PeerTube: mostly sensitive";
    expr = changed { mostlySensitive = true; };
    expected = [ "configured.settings.instance.is_nsfw = true" ];
  }
  {
    name = "PeerTube: no peer-to-peer, and no tracker";
    expr = changed { peerToPeer = false; };
    expected = [
      "configured.settings.defaults.p2p.embed.enabled = false"
      "configured.settings.defaults.p2p.webapp.enabled = false"
      "configured.settings.tracker.enabled = false"
    ];
  }
  {
    name = "PeerTube: whole addresses in logs";
    expr = changed { shortenAddresses = false; };
    expected = [ "configured.settings.log.anonymize_ip = false" ];
  }
  {
    name = "PeerTube: no federation";
    expr = changed { federation = false; };
    expected = [
      "configured.settings.federation.enabled = false"
      "configured.settings.followers.instance.enabled = false"
      "configured.settings.search.remote_uri.users = false"
    ];
  }
  {
    name = "PeerTube: followers that are accepted";
    expr = changed { followers = "approved"; };
    expected = [ "configured.settings.followers.instance.manual_approval = true" ];
  }
  {
    name = "PeerTube: no followers";
    expr = changed { followers = "nobody"; };
    expected = [ "configured.settings.followers.instance.enabled = false" ];
  }
  {
    name = "PeerTube: following back";
    expr = changed { followBack = true; };
    expected = [ "configured.settings.followings.instance.auto_follow_back.enabled = true" ];
  }
  {
    name = "PeerTube: visitors that search elsewhere";
    expr = changed { remoteSearch = true; };
    expected = [ "configured.settings.search.remote_uri.anonymous = true" ];
  }
]
