/**
  One step of a behaviour test: what it shows, as a claim; what is tried (see actions.nix); what must be seen.
*/
name: action: given: see: {
  inherit name see;
  try.${action} = given;
}
