/**
  A type whose values hold no further values. `verdict` gives the code of what is wrong, or null;
  `base` is the type in nixpkgs that comes nearest.
*/
{
  form,
  verdict,
  base ? lib: lib.types.str,
}:
let
  inherit (import ../finding.nix) finding;

  bounds = if form ? max then " (${toString form.min} to ${toString form.max})" else "";
  described = "${form.kind}${bounds}";
in
{
  inherit form verdict;
  check =
    path: value:
    let
      code = verdict value;
    in
    if code == null then [ ] else finding path code value;
  complete = value: value;
  inner = _: [ ];
  # As nixpkgs itself makes `ints.between`: the nearest type, with the contract's check and name.
  nixpkgs =
    lib:
    lib.types.addCheck (base lib) (value: verdict value == null)
    // {
      name = form.kind;
      description = described;
    };
  fromNixpkgs = value: value;
  secretsIn = _: _: [ ];
  faults = _: [ ];
}
