/**
  The site's address without a slash at its end, so that paths can follow.
*/
address:
let
  inherit (builtins) stringLength substring;

  end = stringLength address - 1;
in
if substring end 1 address == "/" then substring 0 end address else address
