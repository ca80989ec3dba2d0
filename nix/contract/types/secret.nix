/**
  A secret of `min` to `max` code points, which is never among the options: its value is only a
  reference to what the server keeps, `{ edition = 3; }`, counted up with every change. Whatever
  else stands there may be a secret that somebody put in the wrong place, so a finding doesn't
  show it. See docs/decisions/secrets-in-options.md.
*/
{
  min ? 1,
  max ? 200,
}:
let
  inherit (builtins) attrNames isAttrs isInt;
  inherit (import ../finding.nix) withheld;

  isEdition = value: isInt value && value >= 1 && value <= 9007199254740992;
  isReference = value: isAttrs value && attrNames value == [ "edition" ] && isEdition value.edition;
in
{
  form = {
    kind = "secret";
    inherit min max;
  };
  check =
    path: value:
    if value == null then
      withheld path "missing" value
    else if isReference value then
      [ ]
    else
      withheld path "not-a-secret" value;
  complete = value: value;
  inner = _: [ ];
  # Without a server there is nothing that keeps it: it is a file on the host, outside the store.
  nixpkgs = lib: lib.types.externalPath;
  fromNixpkgs = file: { edition = 1; };
  secretsIn = path: file: [ { inherit path file; } ];
  faults = _: [ ];
}
