/**
  What has to hold between options of different sections.
*/
let
  atMost = smaller: larger: {
    kind = "at-most";
    options = [
      [ smaller ]
      [ larger ]
    ];
  };
in
[
  {
    kind = "differ";
    options = [
      [ "domain" ]
      [ "mediaDomain" ]
    ];
  }
  (atMost "dailyQuota" "quota")
  (atMost "liveLimitPerPerson" "liveLimit")
  # More work at once than there are cores only makes all of it slower.
  (atMost "transcodingJobs" "cores")
  (atMost "transcodingThreads" "cores")
  (atMost "liveThreads" "cores")
]
