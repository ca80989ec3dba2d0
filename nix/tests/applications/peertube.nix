/**
  PeerTube's module: its form, what it asks for, the configuration that it gives, and what it says of running it.
*/
builtins.concatMap import [
  ./peertube/form.nix
  ./peertube/bounds.nix
  ./peertube/relations.nix
  ./peertube/requirements.nix
  ./peertube/as-it-comes.nix
  ./peertube/identity.nix
  ./peertube/options.nix
  ./peertube/live.nix
  ./peertube/storage.nix
  ./peertube/results.nix
  ./peertube/secrets.nix
  ./peertube/placed.nix
  ./peertube/running.nix
  ./peertube/administrator.nix
]
