/**
  A result for each of PeerTube's requirements, as NixOS hosts have them.
*/
let
  secrets = "/var/lib/fediversity/secrets/video";
  bucket = name: {
    bucket = "video-example-org-${name}";
    endpoint = "https://s3.example.net";
    region = "garage";
    accessKeyId = "GK31c2f218a2e44f485b94239e";
    secretKeyFile = "${secrets}/storage-key";
    publicAddress = null;
    webHost = "web.example.net";
  };
in
{
  host = {
    name = "town-video";
    sshPort = 22;
    ipv4 = "203.0.113.7";
    ipv6 = null;
  };
  name = {
    name = "video.example.org";
    zone = "example.org";
  };
  mediaName = {
    name = "media.video.example.org";
    zone = "example.org";
  };
  certificate = {
    certificateFile = "/var/lib/acme/video.example.org/fullchain.pem";
    keyFile = "/var/lib/acme/video.example.org/key.pem";
  };
  database = {
    database = "peertube";
    user = "peertube";
    version = 17;
    socket = "/run/postgresql";
    server = "localhost";
    port = 5432;
    passwordFile = null;
  };
  queues = {
    socket = "/run/redis-video/redis.sock";
    server = "localhost";
    port = 6379;
    passwordFile = null;
    database = 0;
  };
  media = bucket "media" // {
    publicAddress = "https://media.video.example.org";
  };
  private = bucket "private";
  mail = {
    server = "relay.example.net";
    port = 587;
    security = "starttls";
    user = "video";
    passwordFile = "${secrets}/relay-password";
    from = "post@video.example.org";
    spfInclude = null;
  };
  mailPassword = {
    path = "${secrets}/mail-password";
    publicPath = null;
  };
  secret = {
    path = "${secrets}/secret";
    publicPath = null;
  };
  rootPassword = {
    path = "${secrets}/root-password";
    publicPath = null;
  };
}
