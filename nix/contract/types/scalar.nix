/**
  A type whose values hold no further values. `verdict` gives the code of what is wrong, or null.
*/
{ form, verdict }:
let
  inherit (import ../finding.nix) finding;
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
  faults = _: [ ];
}
