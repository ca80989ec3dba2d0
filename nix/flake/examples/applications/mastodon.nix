/**
  Mastodon for a town of up to 20 active people, with its media in a bucket on the same host.
*/
{
  domain = "social.example.org";
  title = "Town";
  administrator = {
    name = "ada";
    email = "ada@example.org";
  };
  cores = 2;
  memoryMiB = 4096;
  diskMiB = 20480;
  mediaMiB = 51200;
}
