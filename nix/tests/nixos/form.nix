/**
  What a hosting provider is asked of an environment whose hosts run NixOS, with bounds and defaults, and what it offers.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    isAttrs
    isList
    ;
  contract = import ../../contract;
  resources = import ../../resources contract;
  read =
    kind:
    let
      environment = import (../../environments + "/${kind}") { inherit contract resources; };
    in
    {
      inherit (environment) offers layouts;
      isLabelled = environment.label ? en && environment.label ? de && environment.help ? en;
      unlabelled = unlabelled environment.settings.form;
      settings = import ../applications/outline.nix environment.settings.form;
    };
  # Choices, at any depth, that lack a language.
  unlabelled =
    value:
    if isList value then
      concatMap unlabelled value
    else if isAttrs value then
      filter (choice: !(choice.label ? en && choice.label ? de)) (value.choices or [ ])
      ++ concatMap (name: unlabelled value.${name}) (attrNames value)
    else
      [ ];
  kinds = [
    "nixos"
    "proxmox"
    "ssh"
  ];
  each = part: map (kind: (read kind).${part}) kinds;
  offers = [
    "dns-name"
    "host"
    "mail-relay"
    "mariadb"
    "postgresql"
    "redis"
    "s3-bucket"
    "secret-file"
    "static-site"
    "tls-certificate"
  ];
  settings = [
    "relay: optional default null"
    "relay?: group"
    "relay?.server: domain"
    "relay?.port: port default 587"
    "relay?.security: choice default \"starttls\" starttls tls"
    "relay?.user: optional default null"
    "relay?.user?: text min 1 max 255 lines false"
    "relay?.password: optional default null"
    "relay?.password?: secret min 1 max 200"
    "relay?.spfInclude: optional default null"
    "relay?.spfInclude?: domain"
    "storage: optional default null"
    "storage?: group"
    "storage?.domain: domain"
    "proof: optional default null"
    "proof?: group"
    "proof?.server: text min 1 max 260 lines false"
    "proof?.key: domain"
    "proof?.algorithm: choice default \"hmac-sha256\" hmac-sha256 hmac-sha512"
    "proof?.secret: secret min 1 max 200"
    "stateVersion: text min 1 max 10 lines false default \"26.05\" immutable"
  ];
  # What machines have in common that are reached over SSH.
  reached = [
    "access: optional default null"
    "access?: group"
    "access?.key: secret min 1 max 16384"
    "access?.publicKeys: list min 1 max 100"
    "access?.publicKeys*: ssh-key"
    "signers: list min 0 max 100 default []"
    "signers*: signing-key"
  ];
  machines = [
    "machines: list min 0 max 1000 default []"
    "machines*: group"
    "machines*.name: label"
    "machines*.address: server-name"
    "machines*.port: port default 22"
    "machines*.user: user-name default \"root\""
    "machines*.hostKey: ssh-key"
    "machines*.boot: choice default \"uefi\" uefi bios hardware"
    "machines*.disk: path visibleWhen [{\"is\":[\"bios\"],\"option\":[\"boot\"]}]"
    "machines*.hardware: optional default null"
    "machines*.hardware?: text min 1 max 65536 lines true"
    "access: optional default null"
    "access?: group"
    "access?.key: secret min 1 max 16384"
    "access?.publicKeys: list min 1 max 100"
    "access?.publicKeys*: ssh-key"
    "signers: list min 0 max 100 default []"
    "signers*: signing-key"
  ];
in
[
  {
    name = "environments with NixOS hosts offer everything but a login shell";
    expr = each "offers";
    expected = [
      offers
      offers
      offers
    ];
  }
  {
    name = "environments with NixOS hosts have these layouts, and say what they are";
    expr = [
      (each "layouts")
      (each "isLabelled")
      (each "unlabelled")
    ];
    expected = [
      [
        [ "all-in-one" ]
        [
          "all-in-one"
          "one-each"
        ]
        [
          "all-in-one"
          "one-each"
        ]
      ]
      [
        true
        true
        true
      ]
      [
        [ ]
        [ ]
        [ ]
      ]
    ];
  }
  {
    name = "environments with NixOS hosts ask the same of their hosting provider, and of machines that exist where they are";
    expr = each "settings";
    expected = [
      settings
      (reached ++ settings)
      (machines ++ settings)
    ];
  }
]
