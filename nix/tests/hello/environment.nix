/**
  An environment that grants a login shell, with the result that is `chosen` for it. Its closure lists who gets which
  programs.
*/
chosen: {
  kind = "shell";
  offers = [ "login-shell" ];
  choose = _: chosen;
  realise =
    { system, applications, ... }:
    let
      inherit (applications.hello.requirements.shell) policy request result;
    in
    {
      sites = { };
      closure = derivation {
        name = "login-shells";
        inherit system;
        builder = "/bin/sh";
        args = [
          "-euc"
          ''printf '%s\n' "$@" > "$out"''
          "login-shells"
          result.user
          (if request.wheel && policy.wheel then "wheel" else "no-wheel")
        ]
        ++ request.packages;
      };
    };
}
