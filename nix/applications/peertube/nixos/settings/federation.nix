/**
  How it talks with others in the Fediverse.
*/
options:
let
  followers = options.followers or "nobody";
in
{
  federation.enabled = options.federation;
  followers.instance = {
    enabled = followers != "nobody";
    manual_approval = followers == "approved";
  };
  followings.instance = {
    auto_follow_back.enabled = options.followBack or false;
    auto_follow_index.enabled = false;
  };
  search.remote_uri = {
    users = options.federation;
    anonymous = options.remoteSearch or false;
  };
}
