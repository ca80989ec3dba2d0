/**
  Types of texts.
*/
let
  inherit (builtins)
    concatStringsSep
    isString
    match
    toJSON
    ;
  inherit (import ../modules/merge.nix) mergeEqualOption;
  inherit (import ../strings.nix) removeSuffix;
  inherit (import ./make.nix) mkOptionType;

  str = mkOptionType {
    name = "str";
    description = "string";
    check = isString;
    merge = mergeEqualOption;
  };
  strMatching =
    pattern:
    mkOptionType {
      name = "strMatching ${toJSON pattern}";
      description = "string matching the pattern ${pattern}";
      check = value: isString value && match pattern value != null;
      merge = mergeEqualOption;
    };
  separatedString =
    separator:
    mkOptionType {
      name = "separatedString";
      description = "strings concatenated with ${toJSON separator}";
      check = isString;
      merge = _: definitions: concatStringsSep separator (map (definition: definition.value) definitions);
    };
in
{
  inherit str strMatching separatedString;

  nonEmptyStr = mkOptionType {
    name = "nonEmptyStr";
    description = "non-empty string";
    check = value: isString value && match "[ \t\n]*" value == null;
    merge = mergeEqualOption;
  };
  singleLineStr = mkOptionType {
    name = "singleLineStr";
    description = "(optionally newline-terminated) single-line string";
    check = value: isString value && match "[^\n\r]*\n?" value != null;
    merge = path: definitions: removeSuffix "\n" (mergeEqualOption path definitions);
  };
  passwdEntry =
    type:
    type
    // {
      name = "passwdEntry ${type.name}";
      description = "${type.description}, not containing newlines or colons";
      check = value: type.check value && match "[^:\n]*" (toString value) != null;
    };

  lines = separatedString "\n";
  commas = separatedString ",";
  envVar = separatedString ":";
}
