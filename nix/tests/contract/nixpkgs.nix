/**
  A module's options as options of a NixOS module, and what is set with them as options again.
*/
{ lib, ... }:
let
  inherit (builtins) attrNames deepSeq tryEval;
  contract = import ../../contract;
  module = import ./everything.nix;

  options = contract.nixpkgs lib module;
  evaluate =
    options: config:
    (lib.evalModules {
      modules = [
        { inherit options; }
        { inherit config; }
      ];
    }).config;
  set = evaluate options;
  read = definitions: contract.fromNixpkgs module (set definitions);
  refused = definitions: !(tryEval (deepSeq (set definitions) null)).success;

  completed = {
    domain = "example.org";
    media = "media.example.org";
    below = "files";
    title = "Town";
    open = false;
    mode = "a";
    short = "town";
    port = 25;
    locale = "de";
    quota = 10;
    kept = 20;
    colour = "#ffffff";
    web = null;
    people = [ ];
    mail = null;
  };
in
[
  {
    name = "every option of the module is one of nixpkgs, whatever is set";
    expr = map (name: options.${name}._type) (attrNames (contract.nixpkgs lib module));
    expected = builtins.genList (_: "option") 17;
  }
  {
    name = "an option says what it is, and its default and example are the module's";
    expr = removeAttrs options.locale [ "type" ];
    expected = {
      _type = "option";
      description = "Label";
      default = "de";
      example = "pt-BR";
    };
  }
  {
    name = "an option's help is its description, and its type is named";
    expr = [
      options.domain.description
      options.domain.type.description
      options.port.type.description
      options.title.type.description
    ];
    expected = [
      "Where it is."
      "domain"
      "port"
      "text (1 to 9)"
    ];
  }
  {
    name = "only what the contract works out by itself is null until it is set";
    expr = map (name: options.${name}.default) [
      "media"
      "limit"
      "depth"
    ];
    expected = [
      null
      null
      7
    ];
  }
  {
    name = "what is set is completed as if an operator had entered it";
    expr = read { domain = "example.org"; };
    expected = {
      findings = [ ];
      options = completed;
      secrets = [ ];
    };
  }
  {
    name = "everything that can be set arrives";
    expr = read {
      domain = "example.org";
      media = "files.example.org";
      below = "a.b";
      open = true;
      limit = 3;
      web = "https://example.org";
      people = [
        "a@example.org"
        "b@example.org"
      ];
      mail = {
        user = "town";
        password = "/var/lib/fediversity/secrets/mail";
      };
    };
    expected = {
      findings = [ ];
      options = completed // {
        media = "files.example.org";
        below = "a.b";
        open = true;
        limit = 3;
        depth = 7;
        web = "https://example.org";
        people = [
          "a@example.org"
          "b@example.org"
        ];
        mail = {
          user = "town";
          password.edition = 1;
        };
      };
      secrets = [
        {
          path = [
            "mail"
            "password"
          ];
          file = "/var/lib/fediversity/secrets/mail";
        }
      ];
    };
  }
  {
    name = "a value that the contract refuses is refused by the type";
    expr = map refused [
      { }
      { domain = "example"; }
      {
        domain = "example.org";
        port = 0;
      }
      {
        domain = "example.org";
        limit = 10;
      }
      {
        domain = "example.org";
        title = "";
      }
      {
        domain = "example.org";
        mode = "b";
      }
      {
        domain = "example.org";
        quota = 1001;
      }
      {
        domain = "example.org";
        people = [ "a" ];
      }
      {
        domain = "example.org";
        unknown = 1;
      }
      {
        domain = "example.org";
        people = [
          "a@b.org"
          "c@b.org"
          "d@b.org"
        ];
      }
      {
        domain = "example.org";
        mail = {
          user = "a";
          password = "hunter2";
        };
      }
      {
        domain = "example.org";
        mail = {
          user = "a";
          password = "/nix/store/00000000000000000000000000000000-password";
        };
      }
      {
        domain = "example.org";
        mail.user = "a";
      }
    ];
    expected = builtins.genList (_: true) 13;
  }
  {
    name = "what only the whole shows is a finding";
    expr = [
      (read {
        domain = "example.org";
        media = "example.org";
        open = true;
      }).findings
      (read {
        domain = "example.org";
        media = "example.org";
      }).options
    ];
    expected = [
      [
        {
          path = [ "limit" ];
          code = "missing";
          got = null;
        }
        {
          path = [ "media" ];
          code = "not-different";
          got = "example.org";
          others = [ [ "domain" ] ];
        }
      ]
      null
    ];
  }
  {
    name = "the home page's options are options of nixpkgs, too";
    expr =
      let
        homepage = import ../../applications/homepage;
        evaluated = evaluate (contract.nixpkgs lib homepage) {
          name = "town";
          title = "Town";
          links = [
            {
              label = "Videos";
              url = "https://video.example.org";
            }
          ];
        };
        inherit (contract.fromNixpkgs homepage evaluated) findings options;
      in
      [
        findings
        options.links
        options.accounts
      ];
    expected = [
      [ ]
      [
        {
          label = "Videos";
          url = "https://video.example.org";
          description = "";
          kind = "website";
        }
      ]
      null
    ];
  }
]
