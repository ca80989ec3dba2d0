/**
  Pixelfed for up to 20 active people, with its photos on the host.
*/
let
  gibibyte = 1024 * 1024 * 1024;
in
{
  domain = "photos.example.org";
  name = "Town";
  administrator = {
    user = "ada";
    email = "ada@example.org";
  };
  cores = 2;
  memory = 2 * gibibyte;
  disk = 20 * gibibyte;
}
