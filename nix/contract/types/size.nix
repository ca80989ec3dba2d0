/**
  An amount of storage or memory, in bytes.
*/
import ./quantity.nix "size"
