/**
  What hosts.nix counts with.
*/
{
  # These are elsewhere by nature: in a zone, and with whoever delivers mail.
  onNoHost = [
    "dns-name"
    "mail-relay"
  ];

  storage = [ "s3-bucket" ];

  # What two requirements in one place can't both have.
  exclusive = [
    {
      type = "dns-name";
      option = "name";
    }
    {
      type = "mariadb";
      option = "database";
    }
    {
      type = "postgresql";
      option = "database";
    }
    {
      type = "s3-bucket";
      option = "name";
    }
    {
      type = "s3-bucket";
      option = "alias";
    }
    {
      type = "static-site";
      option = "name";
    }
  ];

  # NixOS with a web server and a generation to go back to.
  least = {
    cores = 1;
    memoryMiB = 1024;
    diskMiB = 10240;
  };

  /**
    What the storage of buckets takes on its host: a core and 1 GiB for the server, 10 GiB for system and
    index, and the quotas; 50 GiB for a bucket without one.
  */
  ofBuckets =
    requests:
    if requests == [ ] then
      [ ]
    else
      [
        {
          cores = 1;
          memoryMiB = 1024;
          diskMiB = builtins.foldl' (
            sum: request: sum + (if request.quotaMiB == null then 51200 else request.quotaMiB)
          ) 10240 requests;
        }
      ];
}
