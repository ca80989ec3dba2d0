/**
  Pixelfed for up to 20 active people, with its photos on the host.
*/
{
  domain = "photos.example.org";
  name = "Town";
  administrator = {
    user = "ada";
    email = "ada@example.org";
  };
  cores = 2;
  memoryMiB = 2048;
  diskMiB = 20480;
}
