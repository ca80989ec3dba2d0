/**
  What PeerTube's form refuses of options together, and what doesn't apply.
*/
let
  inherit (builtins) attrNames;
  inherit (import ./module.nix) completed faults;
  refused = name: given: expected: {
    name = "PeerTube: ${name}";
    expr = faults given;
    inherit expected;
  };
  hidden = name: given: options: {
    name = "PeerTube: ${name}";
    expr = attrNames (builtins.intersectAttrs options (completed given));
    expected = [ ];
  };
  gibibyte = 1073741824;
in
[
  (refused "a daily quota above the whole" {
    quota = gibibyte;
    dailyQuota = 2 * gibibyte;
  } [ "dailyQuota: not-at-most" ])
  (refused "a daily quota without a whole one" {
    quota = null;
    dailyQuota = 2 * gibibyte;
  } [ ])
  (refused "more live videos of one person than of all" {
    live = true;
    liveLimit = 1;
    liveLimitPerPerson = 2;
  } [ "liveLimitPerPerson: not-at-most" ])
  (refused "more videos at the same time than cores" { transcodingJobs = 5; } [
    "transcodingJobs: not-at-most"
  ])
  (refused "more threads than cores" { transcodingThreads = 5; } [
    "transcodingThreads: not-at-most"
  ])
  (refused "more live threads than cores" {
    live = true;
    liveResolutions = [ "480p" ];
    liveThreads = 5;
  } [ "liveThreads: not-at-most" ])
  (refused "files under the domain of the pages" {
    storage = "buckets";
    mediaDomain = "video.example.org";
  } [ "mediaDomain: not-different" ])
  (refused "a user of the mail server without a password" {
    mail = {
      server = "smtp.example.org";
      user = "u";
    };
  } [ "mail.password: not-together" ])
  (refused "a password of the mail server without a user" {
    mail = {
      server = "smtp.example.org";
      password.edition = 1;
    };
  } [ "mail.user: not-together" ])
  (refused "a password that stands in the options" {
    mail = {
      server = "smtp.example.org";
      user = "u";
      password = "hunter2";
    };
  } [ "mail.password: not-a-secret" ])
  (refused "no resolution" { resolutions = [ ]; } [ "resolutions: too-few" ])
  (refused "a subject that PeerTube doesn't know" { categories = [ "19" ]; } [
    "categories.0: not-a-choice"
  ])
  (refused "a size that isn't whole MiB" {
    storage = "buckets";
    mediaSize = 2 * gibibyte + 1;
  } [ "mediaSize: not-a-multiple" ])

  (hidden "while registration is closed, nothing is asked of new accounts" { } {
    registrationLimit = null;
    verifyEmail = null;
    minimumAge = null;
  })
  (hidden "without transcoding, nothing is asked of it" { transcoding = false; } {
    resolutions = null;
    transcodingJobs = null;
    transcodingThreads = null;
    keepOriginals = null;
    studio = null;
  })
  (hidden "without live videos, nothing is asked of them" { } {
    liveProtocol = null;
    liveLimit = null;
    liveLimitPerPerson = null;
    liveDuration = null;
    liveReplay = null;
    liveResolutions = null;
    liveThreads = null;
  })
  (hidden "without transcoding, live videos have no replay" {
    live = true;
    transcoding = false;
  } { liveReplay = null; })
  (hidden "without further live resolutions, there are no threads for them" { live = true; } {
    liveThreads = null;
  })
  (hidden "without import by address, there are no channels to follow" { } {
    synchronisation = null;
  })
  (hidden "without federation, nothing is asked of it" { federation = false; } {
    followers = null;
    followBack = null;
    remoteSearch = null;
  })
  (hidden "on the machine's disk, there are no buckets" { } {
    mediaDomain = null;
    mediaSize = null;
    originalsSize = null;
  })
]
