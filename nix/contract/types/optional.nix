/**
  Nothing (null), or a value of the type `of`.
*/
of: {
  form = {
    kind = "optional";
    of = of.form;
  };
  check = path: value: if value == null then [ ] else of.check path value;
  complete = value: if value == null then null else of.complete value;
  inherit (of) faults inner;
  nixpkgs = lib: lib.types.nullOr (of.nixpkgs lib);
  fromNixpkgs = value: if value == null then null else of.fromNixpkgs value;
  secretsIn = path: value: if value == null then [ ] else of.secretsIn path value;
}
