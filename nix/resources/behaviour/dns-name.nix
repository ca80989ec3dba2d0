# NOERROR alone proves nothing, so records are read back, from every server of the zone.
{ request, result }:
let
  inherit (result) name;
  step = import ./step.nix;
  ask = type: { inherit name type; };
  leads =
    type: records:
    if records == [ ] then
      [ ]
    else
      [ (step "leads there (${type})" "resolve" (ask type) { inherit records; }) ];
  # A wrong AAAA breaks half of the federation, and certificates: what wasn't asked for must not be there.
  leadsNot = type: [ (step "has no ${type}" "resolve" (ask type) { records = [ ]; }) ];
in
(
  if request.alias != null then
    leads "CNAME" [ request.alias ]
  else
    (if request.ipv4 == [ ] then leadsNot "A" else leads "A" request.ipv4)
    ++ (if request.ipv6 == [ ] then leadsNot "AAAA" else leads "AAAA" request.ipv6)
)
++ (
  if request.wildcard then
    [
      (step "answers for names below it" "resolve" {
        name = "behaviour.${name}";
        type = if request.ipv4 != [ ] then "A" else "AAAA";
      } { records = if request.ipv4 != [ ] then request.ipv4 else request.ipv6; })
    ]
  else
    [ ]
)
++ [
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
  (step "can be withdrawn" "withdraw" { } { withinSeconds = 60; })
  (step "is gone" "resolve" (ask "ANY") { records = [ ]; })
]
