/**
  The id of the organisation's key, as Garage makes them: two letters and 24 digits. It follows from the domain, so that
  programs still know it after a move.
*/
{ domain, ... }:
"GK${builtins.substring 0 24 (builtins.hashString "sha256" domain)}"
