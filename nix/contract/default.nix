/**
  The contract between application modules, resource types, environments and the server.

  Builtins only, so it evaluates anywhere; no merging, imports or fixpoint, so what an operator typed
  stays inert. Start with types/ (what a value may be), then evaluate.nix (the two steps); parts/ is what
  modules have in common.
*/
let
  vocabulary = import ./types;
  types = vocabulary // {
    parts = import ./parts vocabulary;
  };
  read =
    module:
    import ./application.nix { inherit types; } (module {
      inherit types;
    });
  evaluator = import ./evaluate.nix { inherit types; };
in
{
  inherit types;

  /**
    An application module, read: see application.nix.
  */
  inherit read;

  /**
    The options of an application module for the nixpkgs module system, whose `lib` is given:
    an attribute set of `lib.mkOption`.
  */
  nixpkgs = lib: module: (read module).options.nixpkgsOptions lib;

  /**
    What was set with these options, checked by the contract: `{ findings, options, secrets }`.
    The options are completed, or null after findings; the secrets are `[ { path, file } ]`.
  */
  fromNixpkgs =
    module: set:
    let
      inherit (read module) options refusals;
      values = options.fromNixpkgs set;
      wrong = options.check [ ] values;
      refused = { path, code }: {
        inherit path code;
        got = null;
      };
      findings = if wrong != [ ] then wrong else map refused (refusals (options.complete values));
    in
    {
      inherit findings;
      options = if findings == [ ] then options.complete values else null;
      secrets = options.secretsIn [ ] set;
    };

  inherit evaluator;
  outlooks = import ./outlooks.nix;

  /**
    The two steps for one deployment: see evaluate.nix.
  */
  evaluate = { given, ... }@asked: evaluator (removeAttrs asked [ "given" ]) given;
}
