/**
  PeerTube for up to 20 active people, with its videos on the host.
*/
let
  gibibyte = 1024 * 1024 * 1024;
in
{
  domain = "video.example.org";
  title = "Town";
  administratorEmail = "ada@example.org";
  cores = 2;
  memory = 4 * gibibyte;
  disk = 100 * gibibyte;
}
