/**
  What has to be kept. Database before media: a file newer than the dump is only never shown, while one that the dump names
  and that isn't there is missing for good.

  Of files from other servers, attachments and previews are left out, since they come back; pictures of people and emoji
  don't come back by themselves. Timelines are made anew (move.nix). Deliveries that were waiting are lost with the queues, so
  before a move jobs stop last; to other servers a lost one is a post that arrives when somebody looks for it.
*/
{ options, ... }:
[
  {
    kind = "secrets";
    of = [
      "secretKeyBase"
      "primaryKey"
      "deterministicKey"
      "keyDerivationSalt"
      "vapid"
    ];
  }
  {
    kind = "database";
    of = [ "database" ];
  }
  {
    kind = "directory";
    path = "/var/lib/mastodon";
    owner = "mastodon";
    exclude = [
      ".secrets_env"
      "public-system/cache/media_attachments"
      "public-system/cache/preview_cards"
    ];
  }
  {
    kind = "bucket";
    of = [ "media" ];
  }
  {
    kind = "queue";
    of = [ "queues" ];
    rebuilt = true;
  }
]
