/**
  What Mastodon's module makes of options:
  `{ options?, results?, modules? } -> { findings, requirements, configuration, typed, unknown, keys, failed, operation }`.

  `options` are set over those that have no default. Results are what a host would give for what is asked; `results` are
  fields to change, by requirement. The configuration is what is set in a system with the stand-in for nixpkgs, where a
  file of JSON is its text, so that one sees what is in it.
*/
let
  inherit (builtins)
    concatMap
    attrNames
    listToAttrs
    mapAttrs
    ;
  contract = import ../../../contract;
  resources = import ../../../resources contract;
  read = import ../../../contract/application.nix { inherit (contract) types; };
  application = read (import ../../../applications/mastodon { inherit (contract) types; });
  operated = import ../../../contract/operated.nix { inherit (contract) types; };

  nixpkgs = ../../nixpkgs;
  packages = import nixpkgs { system = "x86_64-linux"; };
  pkgs = packages // {
    writeText =
      name: text: if builtins.match ".*[.]json" name == null then packages.writeText name text else text;
  };

  usual = {
    host = _: {
      name = "town";
      sshPort = 22;
      ipv4 = "203.0.113.7";
      ipv6 = null;
    };
    dns-name = request: {
      inherit (request) name;
      zone = null;
    };
    postgresql = request: {
      inherit (request) database user;
      version = 17;
      socket = "/run/postgresql";
      server = "localhost";
      port = 5432;
      passwordFile = null;
    };
    redis = _: {
      socket = "/run/redis-social/redis.sock";
      server = "localhost";
      port = 6379;
      database = 0;
      passwordFile = null;
    };
    mail-relay = request: {
      inherit (request) from;
      server = "relay.example.net";
      port = 465;
      security = "tls";
      user = "town";
      passwordFile = "/secrets/relay-password";
      spfInclude = null;
    };
    tls-certificate = _: {
      certificateFile = "/certificates/fullchain.pem";
      keyFile = "/certificates/key.pem";
    };
    secret-file = request: {
      path = "/secrets/${request.name}";
      publicPath = if request.generator == "vapid-pair" then "/secrets/${request.name}.pub" else null;
    };
    s3-bucket = request: {
      bucket = request.name;
      endpoint = "https://s3.example.net";
      region = "garage";
      accessKeyId = "GK0123456789abcdef01234567";
      secretKeyFile = "/secrets/media-key";
      publicAddress = "https://${request.alias}";
      webHost = "storage.example.net";
    };
  };

  required = {
    domain = "social.example.org";
    title = "Weidenau Social";
    administrator = {
      name = "anna";
      email = "anna@example.org";
    };
  };
in
{
  inherit application;

  make =
    {
      options ? { },
      results ? { },
      modules ? [ ],
    }:
    let
      given = required // options;
      completed = application.options.complete given;
      asked = application.requirements completed;
      chosen = mapAttrs (name: { type, request }: usual.${type} request // results.${name} or { }) asked;
      seen = listToAttrs (
        map (name: {
          inherit name;
          value = chosen.${name} or null;
        }) application.names
      );
      given' = {
        options = completed;
        resources = seen;
      };
      system = import (nixpkgs + "/nixos/lib/eval-config.nix") {
        system = "x86_64-linux";
        inherit pkgs;
        modules = [ (application.nixos given') ] ++ modules;
      };
      requested = mapAttrs (
        name:
        { type, request }:
        {
          inherit type;
          request = resources.${type}.request.complete request;
        }
      ) asked;
      run = operated application [ "operation" ] (given' // { asked = requested; });
    in
    {
      findings =
        application.options.check [ ] given
        ++ concatMap (name: resources.${asked.${name}.type}.request.check [ name ] asked.${name}.request) (
          attrNames asked
        )
        ++ concatMap (name: resources.${asked.${name}.type}.result.check [ name ] chosen.${name}) (
          attrNames asked
        )
        ++ run.findings;
      requirements = mapAttrs (_: requirement: { ${requirement.type} = requirement.request; }) asked;
      configuration = system.set;
      # The environment file in the store.
      typed =
        let
          made = builtins.filter (file: file ? madeOf) system.set.services.mastodon.extraEnvFiles;
        in
        (builtins.head made).madeOf.text;
      # Paths that NixOS doesn't have, keys that programs don't know.
      inherit (system) keys unknown;
      failed = map (assertion: assertion.message) (
        builtins.filter (assertion: !assertion.assertion) system.config.assertions
      );
      operation = run.operation // {
        checks = listToAttrs (
          map (check: {
            inherit (check) name;
            value = check;
          }) run.operation.checks
        );
      };
    };
}
