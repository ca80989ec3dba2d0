{ request, result }:
let
  step = import ./step.nix;
  handshake =
    name:
    step "is trusted for ${name}" "handshake" {
      server = name;
      inherit name;
    } { trusted = true; };
in
map handshake request.names
++ (if request.wildcard then map (name: handshake "behaviour.${name}") request.names else [ ])
++ [
  (step "keeps its key from other users" "read" {
    path = result.keyFile;
    user = "nobody";
  } { refused = true; })
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
]
