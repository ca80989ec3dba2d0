/**
  What runs inside Pixelfed, as PHP files that its own console reads. It would tell of an error and call it a success, so
  a last line says that all went well.
    declare        for the set-up of pixelfed: makes declared values hold
    administrator  a program for root
*/
{
  lib,
  pkgs,
  options,
  resources,
}:
let
  inherit (builtins)
    filter
    listToAttrs
    readFile
    toJSON
    ;
  keyed = filter (entry: entry ? key) (import ./declared.nix { inherit options; });
  declared = listToAttrs (
    map (entry: {
      name = entry.key;
      inherit (entry) value;
    }) keyed
  );

  stored = name: text: "${pkgs.writeText name text}";
  code = name: file: "require '${stored name (readFile file)}';";
in
{
  # What the PHP file reads, as a path in the store.
  declared = stored "pixelfed-declared.json" (toJSON declared);

  # Console commands look for their own settings at home, and the user has none.
  declare = ''
    export HOME=/run/pixelfed
    answer=$(pixelfed-manage tinker --execute=${lib.escapeShellArg (code "declare.php" ./declare.php)})
    echo "$answer"
    case $answer in *'What was declared holds.'*) ;; *) exit 1 ;; esac
  '';

  administrator = pkgs.writeShellScriptBin "pixelfed-administrator" ''
    set -eu
    answer=$(
      exec ${lib.getExe' pkgs.util-linux "runuser"} -u pixelfed -- env \
        USER=pixelfed HOME=/run/pixelfed \
        PIXELFED_ADMINISTRATOR=${stored "pixelfed-administrator.json" (toJSON options.administrator)} \
        /run/current-system/sw/bin/pixelfed-manage tinker \
        --execute=${lib.escapeShellArg (code "administrator.php" ./administrator.php)} \
        < ${lib.escapeShellArg resources.adminPassword.path}
    )
    echo "$answer"
    case $answer in *'The administrator '*) ;; *) exit 1 ;; esac
  '';
}
