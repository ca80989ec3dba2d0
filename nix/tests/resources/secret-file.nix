let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  judge = judged "secret-file";
  secret = generator: {
    name = "secret";
    inherit generator;
    owner = "mastodon";
  };
  holds =
    generator:
    map (step: step.see) (
      builtins.filter (step: step.see ? holds) (
        behaviour "secret-file" (secret generator) {
          path = "/run/secret";
          publicPath = "/run/public";
        }
      )
    );
in
[
  {
    name = "secret-file: what is made is what the server, which makes it, was told";
    expr = import ../../resources/generators.nix;
    expected = builtins.fromJSON (builtins.readFile ./generators.json);
  }
  {
    name = "secret-file: what Mastodon, PeerTube and Pixelfed need can be made, or is given by an operator";
    expr =
      map (generator: judge { } (secret generator)) [
        "hex-128"
        "alphanumeric-32"
        "vapid-pair"
        "hex-64"
        "base64-key"
        "rsa-pair"
        "given"
      ]
      ++ [ (granted "secret-file" { } (secret "hex-64")) ];
    expected = [
      [ ]
      [ ]
      [ ]
      [ ]
      [ ]
      [ ]
      [ ]
      (
        secret "hex-64"
        // {
          lasting = false;
          option = [ ];
          edition = null;
        }
      )
    ];
  }
  {
    name = "secret-file: what can't be a request";
    expr = map (judge { }) [
      (secret "md5")
      (secret "hex-64" // { owner = "root:root"; })
      (secret "hex-64" // { name = "../shadow"; })
      (secret "given" // { value = "hunter2"; })
    ];
    expected = [
      [ "mastodon.thing.secret-file.generator: not-a-choice (md5)" ]
      [ "mastodon.thing.secret-file.owner: not-an-identifier (root:root)" ]
      [ "mastodon.thing.secret-file.name: not-a-label (../shadow)" ]
      [ "mastodon.thing.secret-file.value: unknown (hunter2)" ]
    ];
  }
  {
    name = "secret-file: the policy's directory is a path outside the store";
    expr = map (directory: judge { inherit directory; } (secret "hex-64")) [
      "/var/lib/secrets"
      "/nix/store/secrets"
      "/var/lib/../secrets"
      "secrets"
      "/var/lib/a b"
    ];
    expected = [
      [ ]
      [ "policies.secret-file.directory: in-the-store (/nix/store/secrets)" ]
      [ "policies.secret-file.directory: not-a-path (/var/lib/../secrets)" ]
      [ "policies.secret-file.directory: not-a-path (secrets)" ]
      [ "policies.secret-file.directory: not-a-path (/var/lib/a b)" ]
    ];
  }
  {
    name = "secret-file: the halves of a pair are two files";
    expr = map (received "secret-file") [
      { path = "/run/secret"; }
      {
        path = "/run/secret";
        publicPath = "/run/public";
      }
      {
        path = "/run/secret";
        publicPath = "/run/secret";
      }
      { path = ../../default.nix; }
    ];
    expected = [
      [ ]
      [ ]
      [ "results.secret-file.publicPath: duplicate (/run/secret)" ]
      [ "results.secret-file.path: not-a-path (path)" ]
    ];
  }
  {
    name = "secret-file: what it is made of is seen by alphabet and length";
    expr = map holds [
      "hex-128"
      "base64-key"
      "rsa-pair"
      "given"
    ];
    expected = [
      [
        {
          holds = "hex";
          length = 128;
          prefix = "";
        }
      ]
      [
        {
          holds = "base64";
          length = 51;
          prefix = "base64:";
        }
      ]
      [
        {
          holds = "pem";
          length = null;
          prefix = "";
        }
        { holds = "pem"; }
      ]
      [ ]
    ];
  }
]
