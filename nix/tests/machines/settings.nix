/**
  What is refused of machines that a hosting provider names.
*/
let
  inherit (import ../resources/judged.nix) lines resources;
  contract = import ../../contract;
  sample = import ./sample.nix;
  inherit (sample) machine;
  environment = import ../../environments/ssh { inherit contract resources; };
  found = settings: lines (environment.settings.check [ ] settings);
  reached = {
    access = {
      key.edition = 1;
      publicKeys = [ (sample.sshKey "i+") ];
    };
    signers = [ sample.signer ];
  };
  named = machines: found (reached // { inherit machines; });
in
[
  {
    name = "machines: an environment without any is set up right, and so is one with some";
    expr = map found [
      { }
      { inherit (reached) access; }
      (
        reached
        // {
          machines = [
            (machine "oak" { })
            (machine "elm" {
              boot = "bios";
              disk = "/dev/sda";
              user = "deploy";
              port = 2222;
              hardware = "{ }\n";
            })
          ];
        }
      )
    ];
    expected = [
      [ ]
      [ ]
      [ ]
    ];
  }
  {
    name = "machines: nobody could copy to them again, or sign in";
    expr = map found [
      { machines = [ (machine "oak" { }) ]; }
      {
        access.key.edition = 1;
        access.publicKeys = [ ];
      }
    ];
    expected = [
      [
        "access: missing (null)"
        "signers: too-few (list)"
      ]
      [ "access.publicKeys: too-few (list)" ]
    ];
  }
  {
    name = "machines: none is there twice, by its name or by where it is reached";
    expr = named [
      (machine "oak" { })
      (machine "oak" { address = "elm.example.org"; })
      (machine "elm" { })
      (machine "ash" { address = "oak.example.org"; })
    ];
    expected = [
      "machines.1.name: duplicate (oak)"
      "machines.2.address: duplicate (elm.example.org)"
      "machines.3.address: duplicate (oak.example.org)"
    ];
  }
  {
    name = "machines: behind one address, another port is another machine";
    expr = named [
      (machine "oak" { })
      (machine "elm" {
        address = "oak.example.org";
        port = 2222;
      })
    ];
    expected = [ ];
  }
  {
    name = "machines: what is wrong with one is told of it";
    expr = named [
      {
        name = "Oak";
        address = "https://oak";
        port = 0;
        user = "-l";
        hostKey = "oak";
        boot = "bios";
        disk = "sda";
        hardware = "";
        extra = 1;
      }
      {
        name = "elm";
        address = "2001:db8::1";
        boot = "bios";
      }
    ];
    expected = [
      "machines.0.extra: unknown (1)"
      "machines.0.address: not-a-server-name (https://oak)"
      "machines.0.disk: not-a-path (sda)"
      "machines.0.hardware: too-short ()"
      "machines.0.hostKey: not-an-ssh-key (oak)"
      "machines.0.name: not-a-label (Oak)"
      "machines.0.port: not-a-port (0)"
      "machines.0.user: not-a-user-name (-l)"
      "machines.1.disk: missing (null)"
      "machines.1.hostKey: missing (null)"
    ];
  }
]
