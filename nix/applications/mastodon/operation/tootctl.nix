/**
  A command of Mastodon's, as its own user: arguments -> { user, command }.

  The wrapper asks by USER whether it has to become another user, for which it would need sudo.
*/
arguments: {
  user = "mastodon";
  command = [
    "env"
    "USER=mastodon"
    "mastodon-tootctl"
  ]
  ++ arguments;
}
