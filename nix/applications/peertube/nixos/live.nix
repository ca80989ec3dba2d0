/**
  Live videos: settings, the ports that have to be open for those who send, and the certificate for encrypted ones.
*/
{
  lib,
  options,
  domain,
}:
let
  resolutions = import ../resolutions.nix;
  protocol = if options.live then options.liveProtocol else null;
  plain = protocol == "rtmp" || protocol == "both";
  encrypted = protocol == "rtmps" || protocol == "both";
  orUnlimited = value: if value == null then -1 else value;
  further = options.liveResolutions or [ ];
  duration = options.liveDuration or null;
  credential = name: "/run/credentials/peertube.service/${name}";
in
{
  inherit encrypted;

  settings.live = {
    enabled = options.live;
    rtmp.enabled = plain;
    rtmps = {
      enabled = encrypted;
      key_file = if encrypted then credential "live-key" else "";
      cert_file = if encrypted then credential "live-certificate" else "";
    };
    max_instance_lives = orUnlimited (options.liveLimit or null);
    max_user_lives = orUnlimited (options.liveLimitPerPerson or null);
    # In milliseconds.
    max_duration = if duration == null then -1 else duration * 1000;
    allow_replay = options.liveReplay or false;
    transcoding = {
      enabled = further != [ ];
      threads = options.liveThreads or 2;
      resolutions = resolutions.settings further;
      always_transcode_original_resolution = true;
    };
  };

  ports = lib.optional plain 1935 ++ lib.optional encrypted 1936;

  # PeerTube reads the certificate when it starts, so it has to be there before, and again after a renewal.
  after = lib.optional encrypted "acme-${domain}.service";
  certs = lib.mkIf encrypted { ${domain}.reloadServices = [ "peertube.service" ]; };
}
