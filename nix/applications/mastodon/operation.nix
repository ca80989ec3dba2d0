/**
  How Mastodon is looked after: address, state, checks, first administrator, move and upgrade.
*/
{
  address = { options, ... }: "https://${(import ./names.nix options).web}";
  administrator = import ./operation/administrator.nix;
  checks = import ./operation/checks.nix;
  move = import ./operation/move.nix;
  state = import ./operation/state.nix;

  # Migrations of the database run forward only.
  upgrade = {
    reversible = false;
    dump = [ "database" ];
    notes = {
      en = "The database is changed when the new version starts, so the way back is the dump made before. Don't leave out a series: go from 4.4 to 4.5, not to 4.6.";
      de = "Die Datenbank wird geändert, wenn die neue Version startet; zurück geht es nur mit der Sicherung von vorher. Lassen Sie keine Reihe aus: von 4.4 auf 4.5, nicht auf 4.6.";
    };
  };
}
