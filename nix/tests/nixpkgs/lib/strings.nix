/**
  Texts, as nixpkgs' `lib` has them.
*/
let
  inherit (builtins)
    concatStringsSep
    filter
    genList
    head
    isPath
    isString
    match
    replaceStrings
    split
    stringLength
    substring
    ;
  inherit (import ./lists.nix) imap0 imap1;

  characters = text: genList (i: substring i 1 text) (stringLength text);
  lower = characters "abcdefghijklmnopqrstuvwxyz";
  upper = characters "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  hasPrefix = start: text: substring 0 (stringLength start) text == start;
  hasSuffix =
    end: text:
    let
      before = stringLength text - stringLength end;
    in
    before >= 0 && substring before (stringLength end) text == end;

  concatStrings = concatStringsSep "";
  escape = list: replaceStrings list (map (character: "\\${character}") list);
  escapeRegex = escape (characters "\\[{()^$?*+|.");

  escapeShellArg =
    value:
    let
      text = toString value;
    in
    if match "[[:alnum:],._+:@%/-]+" text != null then
      text
    else
      "'${replaceStrings [ "'" ] [ "'\\''" ] text}'";
in
{
  inherit (builtins)
    concatStringsSep
    replaceStrings
    stringLength
    substring
    ;
  inherit
    concatStrings
    escape
    escapeRegex
    escapeShellArg
    hasPrefix
    hasSuffix
    ;

  concatMapStrings = each: list: concatStrings (map each list);
  concatMapStringsSep =
    separator: each: list:
    concatStringsSep separator (map each list);
  concatImapStrings = each: list: concatStrings (imap1 each list);
  concatLines = list: concatStrings (map (line: line + "\n") list);
  optionalString = condition: text: if condition then text else "";
  intersperse =
    separator: list:
    builtins.concatLists (
      imap0 (
        i: value:
        if i == 0 then
          [ value ]
        else
          [
            separator
            value
          ]
      ) list
    );

  stringToCharacters = characters;
  toLower = replaceStrings upper lower;
  toUpper = replaceStrings lower upper;
  splitString = separator: text: filter isString (split (escapeRegex separator) text);
  hasInfix = inner: text: match ".*${escapeRegex inner}.*" text != null;
  removePrefix =
    start: text: if hasPrefix start text then substring (stringLength start) (-1) text else text;
  removeSuffix =
    end: text:
    if hasSuffix end text then substring 0 (stringLength text - stringLength end) text else text;
  trim =
    text:
    let
      found = match "[ \t\r\n]*(.*[^ \t\r\n])[ \t\r\n]*" text;
    in
    if found == null then "" else head found;
  isStringLike = value: isString value || isPath value || value ? outPath || value ? __toString;
  escapeShellArgs = values: concatStringsSep " " (map escapeShellArg values);

  boolToString = value: if value then "true" else "false";
  boolToYesNo = value: if value then "yes" else "no";
}
