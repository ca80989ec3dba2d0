/**
  Who can join, and how much they can upload. PeerTube says -1 for "no limit", and counts in bytes.
*/
options:
let
  orUnlimited = value: if value == null then -1 else value;
in
{
  # What doesn't apply while registration is closed is as PeerTube has it.
  signup = {
    enabled = options.registration != "closed";
    requires_approval = options.registration == "approved";
    limit = orUnlimited (options.registrationLimit or null);
    requires_email_verification = options.verifyEmail or false;
    minimum_age = options.minimumAge or 16;
  };

  user = {
    video_quota = orUnlimited options.quota;
    video_quota_daily = orUnlimited options.dailyQuota;
  };
  video_channels.max_per_user = options.channels;

  auto_blacklist.videos.of_users.enabled = options.reviewVideos;
}
