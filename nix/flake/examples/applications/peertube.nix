/**
  PeerTube for up to 20 active people, with its videos on the host.
*/
{
  domain = "video.example.org";
  title = "Town";
  administratorEmail = "ada@example.org";
  cores = 2;
  memoryMiB = 4096;
  diskMiB = 102400;
}
