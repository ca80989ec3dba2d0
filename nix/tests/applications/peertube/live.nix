/**
  What options of live videos change.
*/
let
  inherit (import ./module.nix) changed changedFrom;
in
[
  {
    name = "PeerTube: live, both ways: two ports, and the certificate";
    expr = changed { live = true; };
    expected = [
      "configured.ports = [1935,1936]"
      "configured.reloaded.video.example.org = [\"peertube.service\"]"
      "configured.settings.live.allow_replay = true"
      "configured.settings.live.enabled = true"
      "configured.settings.live.max_duration = 21600000"
      "configured.settings.live.max_instance_lives = 3"
      "configured.settings.live.max_user_lives = 1"
      "configured.settings.live.rtmp.enabled = true"
      "configured.settings.live.rtmps.cert_file = \"/run/credentials/peertube.service/live-certificate\""
      "configured.settings.live.rtmps.enabled = true"
      "configured.settings.live.rtmps.key_file = \"/run/credentials/peertube.service/live-key\""
      "configured.unit.LoadCredential = [\"mail-password:/var/lib/fediversity/secrets/video/relay-password\",\"root-password:/var/lib/fediversity/secrets/video/root-password\",\"live-key:/var/lib/acme/video.example.org/key.pem\",\"live-certificate:/var/lib/acme/video.example.org/fullchain.pem\"]"
      "configured.unit.after = [\"postgresql.target\",\"redis-video.service\",\"acme-video.example.org.service\"]"
      "configured.unit.wants = [\"acme-video.example.org.service\"]"
    ];
  }
  {
    name = "PeerTube: live, encrypted";
    expr = changed {
      live = true;
      liveProtocol = "rtmps";
    };
    expected = [
      "configured.ports = [1936]"
      "configured.reloaded.video.example.org = [\"peertube.service\"]"
      "configured.settings.live.allow_replay = true"
      "configured.settings.live.enabled = true"
      "configured.settings.live.max_duration = 21600000"
      "configured.settings.live.max_instance_lives = 3"
      "configured.settings.live.max_user_lives = 1"
      "configured.settings.live.rtmps.cert_file = \"/run/credentials/peertube.service/live-certificate\""
      "configured.settings.live.rtmps.enabled = true"
      "configured.settings.live.rtmps.key_file = \"/run/credentials/peertube.service/live-key\""
      "configured.unit.LoadCredential = [\"mail-password:/var/lib/fediversity/secrets/video/relay-password\",\"root-password:/var/lib/fediversity/secrets/video/root-password\",\"live-key:/var/lib/acme/video.example.org/key.pem\",\"live-certificate:/var/lib/acme/video.example.org/fullchain.pem\"]"
      "configured.unit.after = [\"postgresql.target\",\"redis-video.service\",\"acme-video.example.org.service\"]"
      "configured.unit.wants = [\"acme-video.example.org.service\"]"
    ];
  }
  {
    name = "PeerTube: live, not encrypted, needs no certificate";
    expr = changed {
      live = true;
      liveProtocol = "rtmp";
    };
    expected = [
      "configured.ports = [1935]"
      "configured.settings.live.allow_replay = true"
      "configured.settings.live.enabled = true"
      "configured.settings.live.max_duration = 21600000"
      "configured.settings.live.max_instance_lives = 3"
      "configured.settings.live.max_user_lives = 1"
      "configured.settings.live.rtmp.enabled = true"
    ];
  }
  {
    name = "PeerTube: live without limits";
    expr =
      changedFrom
        {
          live = true;
          liveProtocol = "rtmp";
        }
        {
          liveLimit = null;
          liveLimitPerPerson = null;
          liveDuration = null;
        };
    expected = [
      "configured.settings.live.max_duration = -1"
      "configured.settings.live.max_instance_lives = -1"
      "configured.settings.live.max_user_lives = -1"
    ];
  }
  {
    name = "PeerTube: live with limits";
    expr =
      changedFrom
        {
          live = true;
          liveProtocol = "rtmp";
        }
        {
          liveLimit = 7;
          liveLimitPerPerson = 2;
          liveDuration = 3600;
        };
    expected = [
      "configured.settings.live.max_duration = 3600000"
      "configured.settings.live.max_instance_lives = 7"
      "configured.settings.live.max_user_lives = 2"
    ];
  }
  {
    name = "PeerTube: live without replay";
    expr = changedFrom {
      live = true;
      liveProtocol = "rtmp";
    } { liveReplay = false; };
    expected = [ "configured.settings.live.allow_replay = false" ];
  }
  {
    name = "PeerTube: live resolutions";
    expr =
      changedFrom
        {
          live = true;
          liveProtocol = "rtmp";
        }
        {
          liveResolutions = [ "480p" ];
          liveThreads = 3;
        };
    expected = [
      "configured.settings.live.transcoding.enabled = true"
      "configured.settings.live.transcoding.resolutions.480p = true"
      "configured.settings.live.transcoding.threads = 3"
    ];
  }
  {
    name = "PeerTube: live without transcoding has no replay, or PeerTube wouldn't start";
    expr = changedFrom {
      live = true;
      liveProtocol = "rtmp";
    } { transcoding = false; };
    expected = [
      "configured.settings.live.allow_replay = false"
      "configured.settings.transcoding.enabled = false"
      "configured.settings.transcoding.resolutions.1080p = false"
      "configured.settings.transcoding.resolutions.360p = false"
      "configured.settings.transcoding.resolutions.720p = false"
      "configured.settings.transcoding.threads = 1"
    ];
  }
]
