/**
  Black or white: what is better readable on a colour `#rrggbb`, by relative luminance as WCAG 2
  defines it. Where both have equal contrast, it is 4.58:1, so that the better one is always enough.
*/
colour:
let
  inherit (builtins)
    elemAt
    listToAttrs
    genList
    substring
    ;
  # Linear light of the 256 values of a channel, in 1/100000: Nix has no powers.
  linear = import ./linear.nix;

  lower = "0123456789abcdef";
  upper = "0123456789ABCDEF";
  values =
    alphabet:
    listToAttrs (
      genList (value: {
        name = substring value 1 alphabet;
        inherit value;
      }) 16
    );
  digits = values lower // values upper;
  channel =
    start:
    elemAt linear (16 * digits.${substring start 1 colour} + digits.${substring (start + 1) 1 colour});

  luminance = 2126 * channel 1 + 7152 * channel 3 + 722 * channel 5;
in
# (L + 0.05) / 0.05 = 1.05 / (L + 0.05) at L = 0.17913.
if luminance > 179129000 then "#000000" else "#ffffff"
