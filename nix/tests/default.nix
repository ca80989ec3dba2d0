/**
  The whole suite: `{ passed, failed }`. A case is `{ name, expr, expected }`; what is expected is
  written down, never computed by what is tested.

  `NIXPKGS=DIR` in the environment runs the cases about `lib` against the `lib` of another nixpkgs,
  instead of the one that stands in for it (./nixpkgs).
*/
let
  inherit (builtins)
    concatMap
    filter
    getEnv
    isFunction
    length
    ;

  given = getEnv "NIXPKGS";
  lib = import ((if given == "" then ./nixpkgs else /. + given) + "/lib");
  casesOf =
    file:
    let
      cases = import file;
    in
    if isFunction cases then cases { inherit lib; } else cases;

  cases = concatMap casesOf [
    ./applications/conformance.nix
    ./applications/garage.nix
    ./applications/mastodon.nix
    ./applications/peertube.nix
    ./applications/pixelfed.nix
    ./applications/readmes.nix
    ./conformance/begun.nix
    ./conformance/cases.nix
    ./conformance/described.nix
    ./conformance/generated.nix
    ./conformance/hosts.nix
    ./contract/changes.nix
    ./contract/faults.nix
    ./contract/findings.nix
    ./contract/forms.nix
    ./contract/migrations.nix
    ./contract/nixpkgs.nix
    ./contract/operations.nix
    ./contract/outlooks.nix
    ./contract/sites.nix
    ./contract/parts.nix
    ./flake/checks.nix
    ./flake/free.nix
    ./flake/images.nix
    ./flake/modules.nix
    ./flake/names.nix
    ./flake/systems.nix
    ./hello/granted.nix
    ./hello/refused.nix
    ./homepage/catalogue.nix
    ./homepage/form.nix
    ./homepage/golden.nix
    ./homepage/page.nix
    ./homepage/serving.nix
    ./homepage/site.nix
    ./homepage/texts.nix
    ./hostile.nix
    ./layouts/hosts.nix
    ./linux/choices.nix
    ./linux/closure.nix
    ./linux/settings.nix
    ./local.nix
    ./machines/keys.nix
    ./machines/settings.nix
    ./nixos/buckets.nix
    ./nixos/chosen.nix
    ./nixos/databases.nix
    ./nixos/form.nix
    ./nixos/functions.nix
    ./nixos/golden.nix
    ./nixos/keys.nix
    ./nixos/lacking.nix
    ./nixos/machines.nix
    ./nixos/plain.nix
    ./nixos/secrets.nix
    ./nixos/shells.nix
    ./nixos/sites.nix
    ./nixos/storage.nix
    ./nixos/unchosen.nix
    ./nixos/web.nix
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
    ./sites/affixes.nix
    ./sites/server.nix
    ./stand-in/lib/attrsets.nix
    ./stand-in/lib/lists.nix
    ./stand-in/lib/modules.nix
    ./stand-in/lib/properties.nix
    ./stand-in/lib/scalar-types.nix
    ./stand-in/lib/strings.nix
    ./stand-in/lib/submodules.nix
    ./stand-in/lib/trivial.nix
    ./stand-in/lib/types.nix
    ./stand-in/system/assertions.nix
    ./stand-in/system/fixture.nix
    ./stand-in/system/messages.nix
    ./stand-in/system/packages.nix
    ./stand-in/system/paths.nix
    ./stand-in/system/sites.nix
    ./stand-in/system/toplevel.nix
    ./stand-in/system/values.nix
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
