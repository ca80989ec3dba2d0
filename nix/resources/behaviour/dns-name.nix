# NOERROR alone proves nothing, so records are read back, from every server of the zone.
{ request, result }:
let
  inherit (result) name;
  step = import ./step.nix;
  ask = name: type: { inherit name type; };

  all =
    if request.alias != null then
      [
        {
          type = "CNAME";
          records = [ request.alias ];
        }
      ]
    else
      [
        {
          type = "A";
          records = request.ipv4;
        }
        {
          type = "AAAA";
          records = request.ipv6;
        }
      ];
  first = builtins.head (builtins.filter (each: each.records != [ ]) all);

  # A stale AAAA breaks half of the federation, and certificates: what wasn't asked for must not be there.
  leads =
    { type, records }:
    step "${if records == [ ] then "has no" else "leads there by"} ${type}" "resolve" (ask name type) {
      inherit records;
    };
in
map leads all
++ (
  if request.wildcard then
    [
      (step "answers for names below it" "resolve" (ask "behaviour.${name}" first.type) {
        inherit (first) records;
      })
    ]
  else
    [ ]
)
++ [
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
  (step "can be withdrawn" "withdraw" { } { withinSeconds = 60; })
  (step "is gone" "resolve" (ask name first.type) { records = [ ]; })
]
