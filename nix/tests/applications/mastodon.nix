/**
  Mastodon's module: what each option and each shape of a result changes (cases.nix, golden.json), and its traps.
*/
import ./mastodon/changes.nix ++ import ./mastodon/traps.nix
