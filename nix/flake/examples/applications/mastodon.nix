/**
  Mastodon for a town of up to 20 active people, with its media in a bucket on the same host.
*/
let
  gibibyte = 1024 * 1024 * 1024;
in
{
  domain = "social.example.org";
  title = "Town";
  administrator = {
    name = "ada";
    email = "ada@example.org";
  };
  cores = 2;
  memory = 4 * gibibyte;
  disk = 20 * gibibyte;
  mediaSpace = 50 * gibibyte;
}
