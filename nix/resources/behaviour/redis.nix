{ request, ... }:
let
  step = import ./step.nix;
  redis = command: { inherit command; };
  get = redis [
    "GET"
    "behaviour"
  ];
in
[
  (step "answers" "redis" (redis [ "PING" ]) { answer = "PONG"; })
  (step "never evicts" "redis" (redis [
    "CONFIG"
    "GET"
    "maxmemory-policy"
  ]) { answer = "maxmemory-policy noeviction"; })
  (step "takes a value" "redis" (redis [
    "SET"
    "behaviour"
    "kept"
  ]) { answer = "OK"; })
  (step "gives it back" "redis" get { answer = "kept"; })
  (step "comes back after a restart" "restart" { what = "server"; } { withinSeconds = 60; })
]
++ (if request.durable then [ (step "still has it" "redis" get { answer = "kept"; }) ] else [ ])
++ [
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
  (step "is left as it was" "redis" (redis [
    "DEL"
    "behaviour"
  ]) (if request.durable then { answer = "1"; } else { refused = false; }))
]
