/**
  What secrets are made of: the number of random bytes or characters, and what the file then holds. Sources: the
  applications' own documents and the key commands that they have for it.
    random  bytes, or key pairs by name; null if a person gives it
    holds   "hex", "alphanumeric", "base64", "pem" or "base64url": the alphabet of each file
    length  characters of the file; null if it varies
    prefix  before the random part
*/
let
  of = random: holds: length: {
    inherit random holds length;
    prefix = "";
    pair = false;
  };
in
{
  given = of null null null;

  # PeerTube's secret, Garage's rpc_secret; Mastodon's SECRET_KEY_BASE.
  hex-64 = of 32 "hex" 64;
  hex-128 = of 64 "hex" 128;

  # Mastodon's three ACTIVE_RECORD_ENCRYPTION values; passwords of databases and first administrators.
  alphanumeric-32 = of 32 "alphanumeric" 32;

  # Pixelfed's APP_KEY: "base64:" and 44 characters.
  base64-key = of 32 "base64" 51 // {
    prefix = "base64:";
  };

  # Mastodon's VAPID keys (P-256, 32 and 65 bytes), Pixelfed's OAuth keys (RSA 4096).
  vapid-pair = of "p256" "base64url" null // {
    pair = true;
  };
  rsa-pair = of "rsa4096" "pem" null // {
    pair = true;
  };
}
