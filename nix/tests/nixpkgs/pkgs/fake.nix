/**
  Something in the store that was never built.
*/
let
  inherit (builtins)
    convertHash
    hashString
    substring
    toJSON
    unsafeDiscardStringContext
    ;
  zeros = "00000000000000000000000000000000";

  package =
    {
      attribute,
      pname ? attribute,
      version ? "0",
      mainProgram ? null,
      ...
    }:
    let
      name = "${pname}-${version}";
      self = {
        type = "derivation";
        inherit name pname version;
        outPath = "/nix/store/${zeros}-${name}";
        outputName = "out";
        out = self;
        meta = if mainProgram == null then { } else { inherit mainProgram; };
        override = changed: self // { overridden = changed; };
        overrideAttrs = changed: self // { overridden = changed; };
      };
    in
    self;

  # The place in the store depends on everything that it is made of.
  made =
    name: arguments:
    let
      hash = convertHash {
        hash = hashString "sha256" (unsafeDiscardStringContext (toJSON arguments));
        hashAlgo = "sha256";
        toHashFormat = "nix32";
      };
      self = {
        type = "derivation";
        inherit name;
        outPath = "/nix/store/${substring 0 32 hash}-${name}";
        outputName = "out";
        out = self;
        meta = { };
      };
    in
    self // { madeOf = arguments; };
in
{
  inherit package made;
}
