/**
  A language as applications name it, a small part of BCP 47 in its usual letter case: `de`,
  `pt-BR`, `sr-Latn`, `zh-Hant-TW`, `es-419`.
*/
let
  inherit (import ../names.nix) isLocale;
in
import ./scalar.nix {
  form.kind = "locale";
  verdict = value: if builtins.isString value && isLocale value then null else "not-a-locale";
}
