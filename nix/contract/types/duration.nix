/**
  A length of time, in seconds.
*/
import ./quantity.nix "duration"
