/**
  What isn't the operator's to choose.
*/
options: {
  database.pool.max = import ../../pool.nix options;

  # What the web administration writes would beat what is declared here, and a form that shows something else than what
  # is in force is worse than none.
  webadmin.configuration.edition.allowed = false;

  # New versions come with the module.
  peertube.check_latest_version.enabled = false;
}
