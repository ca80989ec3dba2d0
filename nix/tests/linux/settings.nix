/**
  What is refused of a Linux machine that a hosting provider names.
*/
let
  inherit (import ../resources/judged.nix) lines;
  evaluate = import ./evaluate.nix;
  found = settings: lines (evaluate settings).environment.findings;
  outline = import ../applications/outline.nix;
  inherit
    (import ../../environments/linux {
      contract = import ../../contract;
    })
    settings
    label
    help
    ;
in
[
  {
    name = "linux: a hosting provider is asked this";
    expr = outline settings.form;
    expected = [
      "machine: group"
      "machine.name: label"
      "machine.address: server-name"
      "machine.port: port default 22"
      "machine.user: user-name default \"root\""
      "machine.hostKey: ssh-key"
      "access: group"
      "access.key: secret min 1 max 16384"
      "webRoot: path default \"/var/www/fediversity\""
      "base: base"
      "certificate: optional default null"
      "certificate?: group"
      "certificate?.certificate: path"
      "certificate?.key: path"
      "port: optional default null"
      "port?: port"
    ];
  }
  {
    name = "linux: in every language";
    expr = map builtins.attrNames [
      label
      help
    ];
    expected = [
      [
        "de"
        "en"
      ]
      [
        "de"
        "en"
      ]
    ];
  }
  {
    name = "linux: what is wrong is told, and what could be a key is not";
    expr = map found [
      { base = "Sites.example.org"; }
      { base = "a; }"; }
      { webRoot = "var/www"; }
      { webRoot = "/nix/store/x"; }
      { webRoot = "/var/www/*; }"; }
      { webRoot = "/var/www/"; }
      { access.key = "-----BEGIN OPENSSH PRIVATE KEY-----"; }
      { access = { }; }
      { certificate.certificate = "/etc/ssl/\"; }"; }
      { port = 0; }
      { machine.name = "web"; }
      { machines = [ ]; }
    ];
    expected = [
      [ "environment.settings.base: not-a-domain (Sites.example.org)" ]
      [ "environment.settings.base: not-a-domain (a; })" ]
      [ "environment.settings.webRoot: not-a-path (var/www)" ]
      [ "environment.settings.webRoot: in-the-store (/nix/store/x)" ]
      [ "environment.settings.webRoot: not-a-path (/var/www/*; })" ]
      [ "environment.settings.webRoot: not-a-path (/var/www/)" ]
      [ "environment.settings.access.key: not-a-secret (string)" ]
      [ "environment.settings.access.key: missing (null)" ]
      [
        "environment.settings.certificate.certificate: not-a-path (/etc/ssl/\"; })"
        "environment.settings.certificate.key: missing (null)"
      ]
      [ "environment.settings.port: not-a-port (0)" ]
      [
        "environment.settings.machine.address: missing (null)"
        "environment.settings.machine.hostKey: missing (null)"
      ]
      [ "environment.settings.machines: unknown (list)" ]
    ];
  }
]
