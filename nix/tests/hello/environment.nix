/**
  An environment that grants a login shell. Its closure lists who gets which programs.
*/
{
  kind = "shell";
  offers = [ "login-shell" ];
  realise =
    { system, applications }:
    let
      inherit (applications.hello.shell) policy request result;
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
