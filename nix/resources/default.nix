/**
  The resource types, by name: what applications ask for and environments offer.

  Each has a `request` (what an application asks), a `policy` (what a hosting provider sets for all
  requests; every option has a default) and a `result` (what was chosen for one request).
*/
contract: {
  login-shell = import ./login-shell.nix contract;
  static-site = import ./static-site.nix contract;
}
