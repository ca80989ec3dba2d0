/**
  How many connections to the database PeerTube keeps: five, as it has by itself, and more with more cores, up to 50.
*/
{ cores, ... }:
let
  scaled = 5 + 2 * cores;
in
if scaled > 50 then 50 else scaled
