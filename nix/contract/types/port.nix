/**
  A TCP or UDP port, 1 to 65535.
*/
import ./scalar.nix {
  base = lib: lib.types.int;
  form.kind = "port";
  verdict =
    value: if builtins.isInt value && value >= 1 && value <= 65535 then null else "not-a-port";
}
