/**
  Object storage with a bucket that the web sees, and one that it doesn't.
*/
{
  domain = "storage.example.org";
  buckets = [
    {
      name = "media";
      public = true;
    }
    { name = "backups"; }
  ];
}
