/**
  Builders of files and programs. `madeOf` says what each was given.
*/
let
  inherit (import ./fake.nix) made;
  program = name: arguments: made name arguments // { meta.mainProgram = name; };
in
{
  writeText = name: text: made name { inherit text; };
  writeTextFile = { name, text, ... }@arguments: made name arguments;
  writeTextDir = path: text: made (baseNameOf path) { inherit path text; };
  writeScript = name: text: made name { inherit text; };
  writeScriptBin = name: text: program name { inherit text; };
  writeShellScript = name: text: made name { inherit text; };
  writeShellScriptBin = name: text: program name { inherit text; };
  writeShellApplication =
    {
      name,
      text,
      runtimeInputs ? [ ],
      ...
    }@arguments:
    program name (arguments // { inherit runtimeInputs; });

  concatText = name: files: made name { inherit files; };
  linkFarm = name: entries: made name { inherit entries; };
  runCommand =
    name: environment: script:
    made name { inherit environment script; };
  runCommandLocal =
    name: environment: script:
    made name { inherit environment script; };
  symlinkJoin = { name, paths, ... }@arguments: made name arguments;
  buildEnv = { name, paths, ... }@arguments: made name arguments;
  mkShell = arguments: made "shell" arguments;
  replaceVars = file: values: made (baseNameOf file) { inherit file values; };
}
