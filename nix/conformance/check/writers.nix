/**
  Builders of texts and programs, as the stand-in has them, which tell apart what they make by where it seems to be:
  `{ telling, pkgs }`, where `telling` is an operator's text. Interpolated somewhere, a package is only its path.
    ofPackages  the builders
    isText      path -> whether it is a text that the module wrote
    isUnquoted  path -> whether it is a program, or a file of some notation, with the operator's text in it as it is
*/
{ telling, pkgs }:
let
  inherit (builtins)
    isString
    mapAttrs
    match
    replaceStrings
    ;
  holds = part: text: replaceStrings [ part ] [ "" ] text != text;

  # No hash has these letters, so that no other path begins like this. The rest of it is the same for all, and not made of
  # what the package is made of: that may depend on `config`.
  text = "/nix/store/tttttttt";
  unquoted = "/nix/store/uuuuuuuu";
  rest = "000000000000000000000000";
  marked =
    begin: package:
    let
      self = package // {
        outPath = "${begin}${rest}-${package.name}";
        out = self;
      };
    in
    self;

  isProgram =
    name: match ".*[.](bash|conf|env|js|json|lua|nix|php|pl|py|rb|sh|sql|toml|ya?ml)" name != null;
  judged =
    isProgram: text': package:
    if isProgram && isString text' && holds telling text' then
      marked unquoted package
    else if isProgram then
      package
    else
      marked text package;
  program =
    write: name: text':
    judged true text' (write name text');
in
{
  isText = holds text;
  isUnquoted = holds unquoted;

  ofPackages = {
    writeText = name: text': judged (isProgram name) text' (pkgs.writeText name text');
    writeTextDir = path: text': judged (isProgram path) text' (pkgs.writeTextDir path text');
    writeTextFile =
      arguments:
      judged (arguments.executable or false || isProgram arguments.name) arguments.text (
        pkgs.writeTextFile arguments
      );
    writeShellApplication =
      arguments: judged true arguments.text (pkgs.writeShellApplication arguments);
    runCommand =
      name: environment: script:
      judged true script (pkgs.runCommand name environment script);
    runCommandLocal =
      name: environment: script:
      judged true script (pkgs.runCommandLocal name environment script);
  }
  // mapAttrs (_: program) {
    inherit (pkgs)
      writeScript
      writeScriptBin
      writeShellScript
      writeShellScriptBin
      ;
  };
}
