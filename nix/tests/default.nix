/**
  The whole suite: `{ passed, failed }`. A case is `{ name, expr, expected }`; what is expected is
  written down, never computed by what is tested.
*/
let
  inherit (builtins)
    concatMap
    filter
    length
    ;

  cases = concatMap import [
    ./contract/changes.nix
    ./contract/faults.nix
    ./contract/findings.nix
    ./contract/forms.nix
    ./contract/migrations.nix
    ./hello/granted.nix
    ./hello/refused.nix
    ./homepage/catalogue.nix
    ./homepage/page.nix
    ./homepage/serving.nix
    ./homepage/site.nix
    ./homepage/texts.nix
    ./hostile.nix
    ./layouts/hosts.nix
    ./local.nix
    ./nixpkgs/options.nix
    ./resources/all-three.nix
    ./resources/dns-name.nix
    ./resources/every.nix
    ./resources/golden.nix
    ./resources/host.nix
    ./resources/mail-relay.nix
    ./resources/mariadb.nix
    ./resources/postgresql.nix
    ./resources/redis.nix
    ./resources/requirements.nix
    ./resources/s3-bucket.nix
    ./resources/secret-file.nix
    ./resources/sites-and-shells.nix
    ./resources/tls-certificate.nix
    ./resources/values.nix
    ./vectors.nix
  ];
  failed = filter (case: case.expr != case.expected) cases;
in
{
  passed = length cases - length failed;
  failed = map (case: {
    inherit (case) name expected;
    got = case.expr;
  }) failed;
}
