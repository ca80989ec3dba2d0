//! What a machine gets of secrets, and nobody else does.

use std::fs;

use serde_json::json;

use super::hall::{Hall, Unprepared, holding};

const CANARY: &str = "canary-41d9b7e2";
const SECRETS: &str = "/var/lib/fediversity/secrets";

/// An application that keeps a token and writes mail, on a host of its own.
const KEEPER: &str = r#"
{ types }:
{
  contract = 1;
  name = "keeper";
  version = "1.0.0";
  label = { en = "Keeper"; de = "Hüter"; };
  summary = { en = "Keeps a token."; de = "Hütet ein Token."; };
  sizes = [ ];
  sections = [
    {
      label = { en = "Words"; de = "Worte"; };
      help = { en = "What it says."; de = "Was er sagt."; };
      options = [
        {
          name = "word";
          type = types.text { min = 1; max = 40; };
          label = { en = "Word"; de = "Wort"; };
          default = "hello";
        }
      ];
    }
  ];
  requirements = options: {
    host.host = {
      name = "keeper";
      cores = 1;
      memoryMiB = 1024;
      diskMiB = 10240;
    };
    token.secret-file = {
      name = "token";
      generator = "hex-64";
      lasting = true;
    };
    keys.secret-file = {
      name = "keys";
      generator = "vapid-pair";
      lasting = true;
    };
    relay.mail-relay.from = "keeper@town.example";
  };
  nixos = { options, ... }: { environment.etc."keeper".text = options.word; };
  checks = _: [
    {
      name = "ssh";
      label = { en = "It can be reached"; de = "Er ist erreichbar"; };
      unit = "ssh.service";
    }
  ];
  state = _: [
    {
      kind = "secrets";
      of = [ "token" "keys" ];
    }
  ];
  move = _: {
    stop = [ "ssh.service" ];
    start = [ "ssh.service" ];
  };
  upgrade.reversible = true;
}
"#;

fn hall() -> Hall {
    let stand_in = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../nix/tests/nixpkgs");
    let more = format!(
        "settings.relay = {{ server = \"mail.example.org\", user = \"town\", password = {{ file = \"relay\" }} }}\n\
         [paths]\nnixpkgs = \"{}\"\n[modules]\ndirectories = [{{ path = \"modules\", trusted_by = \"the test\" }}]",
        stand_in.display()
    );
    let unprepared = Unprepared::new("ssh", &more);
    unprepared.place.write("relay", CANARY);
    fs::create_dir_all(unprepared.place.path("modules/keeper")).expect("a directory");
    unprepared.place.write("modules/keeper/default.nix", KEEPER);
    unprepared.place.write("modules/keeper/README.md", "# Keeper\n`word` is what it says.\n");
    unprepared.prepare()
}

#[test]
fn secrets_are_on_the_machine_in_their_files_and_nowhere_else() {
    let hall = hall();
    let first = hall.run("readlink -f /run/current-system");
    let deployment = hall.story.create_of("keeper", "ssh");
    let server = hall.story.place.serve(&[]);
    let revision = hall.story.stage_of("keeper", deployment, json!({ "word": "one" }));
    hall.story.ends_well(hall.story.deploy_staged(deployment, revision));

    let relay = format!("{SECRETS}/keeper/relay_password");
    assert_eq!(hall.run(&format!("cat {relay}")), CANARY);
    assert_eq!(hall.run(&format!("stat -c %a {relay} {SECRETS}/keeper/token {SECRETS}/keeper/keys")), "400\n400\n400");
    let token = hall.run(&format!("cat {SECRETS}/keeper/token"));
    assert_eq!(token.len(), 64, "{token}");
    assert!(hall.run(&format!("cat {SECRETS}/keeper/keys.pub")).len() > 40);

    // On the machine, in the server's state, in what it said.
    let key = fs::read_to_string(hall.story.place.path("key")).expect("the key");
    let line = key.lines().nth(2).expect("a line of the key").to_owned();
    for secret in [CANARY, token.as_str(), line.as_str()] {
        let found = hall.run(&format!(
            "grep -rlF -D skip -- '{secret}' /boot /etc /nix /root /run /srv /tmp /var 2>/dev/null || :"
        ));
        assert!(found.lines().all(|file| file.starts_with(SECRETS)), "{found}");
        assert_eq!(holding(&hall.story.place.path("state"), secret), Vec::<String>::new());
    }

    // Another word is another system; what is kept stays as it was.
    let again = hall.story.stage_of("keeper", deployment, json!({ "word": "two" }));
    hall.story.ends_well(hall.story.deploy_staged(deployment, again));
    assert_eq!(hall.run(&format!("cat {SECRETS}/keeper/token")), token);

    hall.story.ends_well(hall.story.remove(deployment));
    let (_, _, said) = server.terminate();
    assert!(!said.contains(CANARY) && !said.contains(&token));
    assert_eq!(hall.run(&format!("find {SECRETS} -type f")), "");
    assert_eq!(hall.run("readlink -f /run/current-system"), first);
    hall.nothing_is_left_over();
}
