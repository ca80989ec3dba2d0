/**
  The applications that share one host.
*/
[
  "mastodon"
  "peertube"
  "pixelfed"
]
