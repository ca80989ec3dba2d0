/**
  The processes of PHP-FPM: at most `most`, a quarter of them ready at quiet times. PHP-FPM wants what it starts with
  between the least and the most that are spare.
*/
most:
let
  atLeast = least: amount: if amount < least then least else amount;
  spare = atLeast 2 (most / 8);
in
{
  "pm.max_children" = most;
  "pm.start_servers" = spare;
  "pm.min_spare_servers" = spare;
  "pm.max_spare_servers" = atLeast 4 (most / 4);
}
