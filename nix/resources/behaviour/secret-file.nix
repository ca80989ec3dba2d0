{ request, result }:
let
  step = import ./step.nix;
  made = (import ../generators.nix).${request.generator};
  file = { inherit (result) path; };
in
[
  (step "belongs to its owner alone" "read" file {
    inherit (request) owner;
    mode = "0400";
  })
  (step "is closed to other users" "read" (file // { user = "nobody"; }) { refused = true; })
]
++ (
  if request.generator == "given" then
    [ ]
  else
    [ (step "holds what it is made of" "read" file { inherit (made) holds length prefix; }) ]
)
++ (
  if made.pair then
    [
      (step "has a public half" "read" { path = result.publicPath; } {
        inherit (made) holds;
      })
    ]
  else
    [ ]
)
++ [
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
  (step "is there after a restart" "restart" { what = "host"; } { withinSeconds = 300; })
  (step "has not changed" "read" file { unchanged = true; })
]
