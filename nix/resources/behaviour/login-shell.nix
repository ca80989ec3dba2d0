{ request, result }:
let
  step = import ./step.nix;
in
map (
  program:
  step "finds ${program}" "run" {
    arguments = [
      "which"
      program
    ];
    inherit (result) user;
  } { exit = 0; }
) request.packages
++ [
  (step (if request.wheel then "has administrator rights" else "has no administrator rights") "run" {
    arguments = [
      "sudo"
      "-n"
      "true"
    ];
    inherit (result) user;
  } { exit = if request.wheel then 0 else 1; })
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
]
