let
  inherit (import ./judged.nix)
    behaviour
    granted
    judged
    received
    ;
  judge = judged "mail-relay";
  post.from = "post@social.example.org";
  result = post // {
    server = "relay.example.net";
  };
in
[
  {
    name = "mail-relay: an application needs a sender";
    expr = [
      (judge { } post)
      (granted "mail-relay" { } post)
      (judge { } { })
      (judge { } { from = "Social <post@social.example.org>"; })
    ];
    expected = [
      [ ]
      (
        post
        // {
          messagesADay = 1000;
          messageMiB = 10;
        }
      )
      [ "mastodon.thing.mail-relay.from: missing (null)" ]
      [ "mastodon.thing.mail-relay.from: not-an-email (Social <post@social.example.org>)" ]
    ];
  }
  {
    name = "mail-relay: what a policy refuses; a domain that may send covers no other";
    expr = map (policy: judge policy post) [
      {
        messagesADay = 999;
        messageMiB = 9;
        senders = [ "example.org" ];
      }
      { senders = [ "social.example.org" ]; }
      { senders = [ "ocial.example.org" ]; }
    ];
    expected = [
      [
        "mastodon.thing.mail-relay.messagesADay: beyond-policy (1000)"
        "mastodon.thing.mail-relay.messageMiB: beyond-policy (10)"
        "mastodon.thing.mail-relay.from: not-below (post@social.example.org)"
      ]
      [ ]
      [ "mastodon.thing.mail-relay.from: not-below (post@social.example.org)" ]
    ];
  }
  {
    name = "mail-relay: case doesn't matter in a sender's domain";
    expr = judge { senders = [ "social.example.org" ]; } { from = "Post@Social.Example.ORG"; };
    expected = [ ];
  }
  {
    name = "mail-relay: only on the host itself may it go without encryption, and a user needs a password";
    expr = map (received "mail-relay") [
      result
      (
        result
        // {
          server = "localhost";
          port = 25;
          security = "none";
        }
      )
      (result // { security = "none"; })
      (result // { user = "social"; })
      (result // { port = 70000; })
    ];
    expected = [
      [ ]
      [ ]
      [ "results.mail-relay.security: unprotected (relay.example.net)" ]
      [ "results.mail-relay.passwordFile: missing (null)" ]
      [ "results.mail-relay.port: not-a-port (70000)" ]
    ];
  }
  {
    name = "mail-relay: a message must arrive with its sender, encrypted on the way";
    expr = builtins.head (
      behaviour "mail-relay" post (
        result
        // {
          security = "tls";
          user = null;
        }
      )
    );
    expected = {
      name = "delivers a message with its sender";
      try.send = {
        from = "post@social.example.org";
        subject = "behaviour: Grüße";
        sizeMiB = 0;
      };
      see = {
        arrives = true;
        from = "post@social.example.org";
        encrypted = true;
      };
    };
  }
]
