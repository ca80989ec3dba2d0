/**
  What is said when something is wrong. A value isn't shown, since it may be secret.
*/
let
  messages = import (../../nixpkgs + "/lib/modules/messages.nix");
  definition = {
    file = "web.nix";
    value = "hunter2";
  };
in
[
  {
    name = "a message names the option, the module and the kind of the value";
    expr = [
      (messages.unknown [ "services" "nginx" "enabled" ] "web.nix")
      (messages.wrongType [ "services" "nginx" "enable" ] { description = "boolean"; } definition)
      (messages.conflict
        [ "a" "b.c" ]
        [
          definition
          (definition // { file = "mail.nix"; })
        ]
      )
    ];
    expected = [
      "The option `services.nginx.enabled' does not exist. It is set in `web.nix'."
      "A definition for option `services.nginx.enable' is not of type `boolean': it is a value of type string, set in `web.nix'."
      ''The option `a."b.c"' has conflicting definition values, set in `web.nix' and `mail.nix'.''
    ];
  }
  {
    name = "kinds of values";
    expr = map messages.kindOf [
      1
      null
      [ ]
      { }
      { type = "derivation"; }
      { _type = "if"; }
      (x: x)
    ];
    expected = [
      "a value of type int"
      "null"
      "a value of type list"
      "an attribute set"
      "a package"
      ''an attribute set with _type = "if"''
      "a function"
    ];
  }
]
