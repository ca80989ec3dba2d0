/**
  Machines that exist, one for each host: `machines` is settings -> [ { name, ... } ], or null where there are none.
    pools     settings -> what has to be allocated for each host
    lacking   types -> { settings, ... } -> what can't be met without a machine, and why
    of        settings -> what was allocated for a host -> its machine, or null
    findings  settings -> host -> what was allocated for it -> [ finding ]
*/
machines:
let
  inherit (builtins) elem filter;
  inherit (import ../contract/finding.nix) finding;
  inherit (import ../layouts/measures.nix) onNoHost;
  found = settings: import ../machines/find.nix (machines settings);
  of = settings: allocated: if allocated ? machine then found settings allocated.machine else null;
in
if machines == null then
  {
    pools = _: { };
    lacking = _: _: [ ];
    of = _: _: null;
    findings =
      _: _: _:
      [ ];
  }
else
  {
    inherit of;

    pools = settings: { machine = map (machine: machine.name) (machines settings); };

    lacking =
      types:
      { settings, ... }:
      if machines settings != [ ] then
        [ ]
      else
        map (type: {
          inherit type;
          reason = {
            en = "No machine is free: the hosting provider has named none for this environment.";
            de = "Es ist keine Maschine frei: Der Hosting-Anbieter hat für diese Umgebung keine genannt.";
          };
        }) (filter (type: !(elem type onNoHost)) types);

    findings =
      settings: host: allocated:
      if of settings allocated != null then
        [ ]
      else
        finding [ "hosts" host "machine" ] "missing" (allocated.machine or null);
  }
