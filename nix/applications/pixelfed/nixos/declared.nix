/**
  What an operator chose of what Pixelfed can also be told elsewhere: `[ { variable?, key?, value } ]`.
    variable  its name in `.env`
    key       its name in the table that the site's own administration writes, and that comes before `.env`
  Both are set at each deployment, so that what stands in the form holds.
*/
{ options }:
let
  html = import ./html.nix;
  description = if options.description == "" then options.name else options.description;
  kibibytes = bytes: bytes / 1024;
  both = variable: key: value: { inherit variable key value; };
  open = options.registration == "open";
  approved = options.registration == "approved";
  limited = options.accountSpace != null;
  types = [
    "image/jpeg"
    "image/png"
    "image/gif"
  ]
  ++ (if options.videos then [ "video/mp4" ] else [ ]);
in
[
  (both "APP_NAME" "app.name" options.name)
  {
    key = "app.short_description";
    value = description;
  }
  {
    key = "app.description";
    value = html description;
  }

  (both "OPEN_REGISTRATION" "pixelfed.open_registration" open)
  (both "INSTANCE_CUR_REG" "instance.curated_registration.enabled" approved)
  (both "ENFORCE_EMAIL_VERIFICATION" "pixelfed.enforce_email_verification" (
    options.confirmEmail or true
  ))

  (both "MAX_PHOTO_SIZE" "pixelfed.max_photo_size" (kibibytes options.fileSize))
  (both "MAX_ALBUM_LENGTH" "pixelfed.max_album_length" options.albumLength)
  (both "IMAGE_QUALITY" "pixelfed.image_quality" options.imageQuality)
  (both "MEDIA_TYPES" "pixelfed.media_types" (builtins.concatStringsSep "," types))
  (both "STORIES_ENABLED" "instance.stories.enabled" options.stories)
  (both "LIMIT_ACCOUNT_SIZE" "pixelfed.enforce_account_limit" limited)
]
++ (
  if limited then
    [ (both "MAX_ACCOUNT_SIZE" "pixelfed.max_account_size" (kibibytes options.accountSpace)) ]
  else
    [ ]
)
++ [
  (both "PF_ENABLE_CLOUD" "pixelfed.cloud_storage" (options.storage == "bucket"))
  (both "PF_LOCAL_AVATAR_TO_CLOUD" "instance.avatar.local_to_cloud" (options.storage == "bucket"))
]
