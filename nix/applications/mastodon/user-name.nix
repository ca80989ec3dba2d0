/**
  A label as one of Mastodon's user names, which have letters, digits and underscores, and 30 of them at most.
*/
label: builtins.substring 0 30 (builtins.replaceStrings [ "-" ] [ "_" ] label)
