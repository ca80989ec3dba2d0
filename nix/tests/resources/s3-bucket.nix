let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  judge = judged "s3-bucket";
  media = {
    name = "social-media";
    website = true;
    alias = "media.example.org";
    cors = [ { } ];
  };
  # PeerTube's scripts play videos from it, and up to version 7 it addresses buckets by host name.
  videos = {
    name = "web-videos";
    website = true;
    alias = "videos.example.org";
    addressing = "virtual-host";
    cors = [
      {
        exposed = [
          "Content-Range"
          "ETag"
          "Accept-Ranges"
        ];
      }
    ];
  };
  originals.name = "original-video-files";
  result = {
    bucket = "social-media";
    endpoint = "http://127.0.0.1:3900";
    region = "garage";
    accessKeyId = "GK31c2f218a2e44f485b94239e";
    secretKeyFile = "/var/lib/fediversity/secrets/social/s3";
  };
in
[
  {
    name = "s3-bucket: Mastodon's and Pixelfed's media are public, with a rule for every site's scripts";
    expr = [
      (judge { } media)
      (granted "s3-bucket" {
        quotaMiB = 51200;
      } media)
    ];
    expected = [
      [ ]
      {
        keyOf = null;
        name = "social-media";
        website = true;
        alias = "media.example.org";
        cors = [
          {
            origins = [ "*" ];
            methods = [
              "GET"
              "HEAD"
            ];
            headers = [ "*" ];
            exposed = [ ];
            maxAgeSeconds = 3600;
          }
        ];
        quotaMiB = 51200;
        quotaObjects = null;
        owner = false;
        addressing = "path";
      }
    ];
  }
  {
    name = "s3-bucket: PeerTube needs virtual hosts, and keeps originals private";
    expr = [
      (judge { } videos)
      (judge { addressing = [ "virtual-host" ]; } videos)
      (judge { } originals)
    ];
    expected = [
      [ "mastodon.thing.s3-bucket.addressing: not-offered (virtual-host)" ]
      [ ]
      [ ]
    ];
  }
  {
    name = "s3-bucket: what can't be a request";
    expr = map (judge { }) (
      map (name: originals // { inherit name; }) [
        "ab"
        "Media"
        "-media"
        "media."
        "a..b"
        "192.0.2.1"
        "xn--bcher-kva"
        "media-s3alias"
      ]
      ++ [
        (originals // { website = true; })
        (originals // { alias = "media.example.org"; })
        (media // { cors = [ { methods = [ "PATCH" ]; } ]; })
      ]
    );
    expected = [
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (ab)" ]
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (Media)" ]
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (-media)" ]
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (media.)" ]
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (a..b)" ]
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (192.0.2.1)" ]
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (xn--bcher-kva)" ]
      [ "mastodon.thing.s3-bucket.name: not-a-bucket-name (media-s3alias)" ]
      [ "mastodon.thing.s3-bucket.alias: missing (null)" ]
      [ "mastodon.thing.s3-bucket.alias: not-public (media.example.org)" ]
      [ "mastodon.thing.s3-bucket.cors.0.methods.0: not-a-choice (PATCH)" ]
    ];
  }
  {
    name = "s3-bucket: what a policy refuses";
    expr =
      judge
        {
          website = false;
          quotaMiB = 1000;
          quotaObjects = 10;
        }
        (
          media
          // {
            quotaMiB = 1001;
            quotaObjects = 11;
            owner = true;
          }
        );
    expected = [
      "mastodon.thing.s3-bucket.website: not-granted (true)"
      "mastodon.thing.s3-bucket.owner: not-granted (true)"
      "mastodon.thing.s3-bucket.quotaMiB: beyond-policy (1001)"
      "mastodon.thing.s3-bucket.quotaObjects: beyond-policy (11)"
    ];
  }
  {
    name = "s3-bucket: a result has the secret key's file, never the key";
    expr = map (received "s3-bucket") [
      result
      (result // { secretKey = "b892c0665f0ada8a4755dae98baa3b133590e11dae3bcc1f9d769d67f16c3835"; })
      (removeAttrs result [ "secretKeyFile" ])
      (result // { endpoint = "https://user@s3.example.net/path"; })
    ];
    expected = [
      [ ]
      [
        "results.s3-bucket.secretKey: unknown (b892c0665f0ada8a4755dae98baa3b133590e11dae3bcc1f9d769d67f16c3835)"
      ]
      [ "results.s3-bucket.secretKeyFile: missing (null)" ]
      [ "results.s3-bucket.endpoint: not-an-endpoint (https://user@s3.example.net/path)" ]
    ];
  }
  {
    name = "s3-bucket: public or private decides what is tried";
    expr =
      map
        (
          request:
          map (step: step.name) (
            behaviour "s3-bucket" request (result // { publicAddress = "https://media.example.org"; })
          )
        )
        [
          (media // { quotaMiB = 10; })
          originals
        ];
    expected = [
      [
        "takes an object"
        "gives it back"
        "takes it in parts"
        "is closed to other keys"
        "is closed to those without a key"
        "shows objects to everyone"
        "lists nothing"
        "lets scripts of * read"
        "refuses more than its quota"
        "is the same when it is provisioned again"
        "deletes an object"
        "has it no more"
      ]
      [
        "takes an object"
        "gives it back"
        "takes it in parts"
        "is closed to other keys"
        "is closed to those without a key"
        "is the same when it is provisioned again"
        "deletes an object"
        "has it no more"
      ]
    ];
  }
]
