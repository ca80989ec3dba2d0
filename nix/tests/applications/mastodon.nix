/**
  Mastodon's module: what it declares, what each option and each shape of a result changes (cases.nix, golden.json), and its
  traps.
*/
builtins.concatMap import [
  ./mastodon/bounds.nix
  ./mastodon/declared.nix
  ./mastodon/refused.nix
  ./mastodon/changes.nix
  ./mastodon/traps.nix
]
