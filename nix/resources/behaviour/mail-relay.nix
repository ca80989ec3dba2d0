{ request, result }:
let
  step = import ./step.nix;
  mail = {
    inherit (result) from;
    subject = "behaviour: Grüße";
    sizeMiB = 0;
  };
in
[
  (step "delivers a message with its sender" "send" mail {
    arrives = true;
    inherit (result) from;
    encrypted = result.security != "none";
  })
  (step "takes messages of the size that was asked for" "send" (
    mail // { sizeMiB = request.messageMiB; }
  ) { arrives = true; })
]
++ (
  if result.user == null then
    [ ]
  else
    [ (step "refuses other users" "send" (mail // { user = "other"; }) { refused = true; }) ]
)
++ [ (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; }) ]
