/**
  The ASCII characters that the contract's rules speak of, as lists.
*/
let
  inherit (builtins) fromJSON genList;
  inherit (import ./characters.nix) each;

  hex = each "0123456789abcdef";
  character = high: low: fromJSON ''"\u00${high}${low}"'';
  lower = each "abcdefghijklmnopqrstuvwxyz";
  upper = each "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  digits = each "0123456789";
  row = high: map (character high) hex;
in
{
  inherit lower upper digits;

  hex = digits ++ each "abcdefABCDEF";

  label = lower ++ digits ++ [ "-" ];

  localPart = lower ++ upper ++ digits ++ each ".!#$%&'*+/=?^_`{|}~-";

  afterHost = lower ++ upper ++ digits ++ each "!#$%&'()*+,-./:;=?@[]_~";

  # All below 0x20 but the line break; NUL can't be in a Nix string. And 0x7F.
  control =
    genList (i: character "0" (builtins.elemAt hex (i + 1))) 9
    ++ map (character "0") (each "bcdef")
    ++ row "1"
    ++ [ (character "7" "f") ];
}
