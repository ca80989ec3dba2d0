/**
  What is wrong with one value that a NixOS module sets, `{ telling, writers } -> leaf -> [ finding ]`, with
  leaves as in definitions.nix: secrets in the store, which everybody on the host can read, an operator's text (`telling`)
  where a program would read more into it, and what could not be evaluated.

  Whether a value is a secret shows in the name of its option, or in the words before it on a line of a text.
*/
{
  telling,
  writers,
}:
let
  inherit (builtins)
    any
    attrNames
    elemAt
    filter
    genList
    getContext
    isAttrs
    isPath
    isString
    length
    match
    replaceStrings
    split
    stringLength
    substring
    unsafeDiscardStringContext
    ;
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ../../contract/names.nix) toLower;
  told = import ./told.nix;

  named =
    path:
    let
      names = filter isString path;
    in
    toLower (elemAt names (length names - 1));
  words = "secret|passw|token|credential|privatekey|keyfile|environmentfile";
  isSecret = path: match ".*(${words}).*" (named path) != null;
  isProgram =
    path:
    match "(.*script|(pre|post)(start|stop)|exec(start|stop|reload|condition).*|.*shellinit|.*extraconfig|.*httpconfig|.*settingsfile)" (
      named path
    ) != null;

  isPackage = isAttrs;
  begins = start: text: substring 0 (stringLength start) text == start;
  holds = part: text: replaceStrings [ part ] [ "" ] text != text;
  isInStore =
    value:
    isPath value
    || isPackage value
    || (
      isString value
      && (getContext value != { } || begins "/nix/store/" value || holds ":/nix/store/" value)
    );
  # What a text that the module wrote is called is only known here.
  shown =
    value:
    if isPath value then
      toString value
    else if isPackage value then
      shown value.outPath
    else if writers.isText value then
      null
    else
      value;

  # Files of the module are in the store as they are; what is built has outputs.
  filesOf =
    text:
    let
      context = getContext text;
    in
    filter (path: context.${path}.path or false) (attrNames context);
  # What stands before each store path on its line.
  linesOf = text: filter isString (split "\n" (unsafeDiscardStringContext text));
  tellsSecret =
    files: line:
    let
      parts = filter isString (split "/nix/store/" line);
      isTold =
        i:
        let
          path = "/nix/store/" + elemAt parts i;
        in
        (writers.isText path || any (file: begins file path) files)
        && match ".*(${words}).*" (toLower (elemAt parts (i - 1))) != null;
    in
    any isTold (genList (i: i + 1) (length parts - 1));
  hasSecretLine = text: any (tellsSecret (filesOf text)) (linesOf text);

  inValue =
    path: value:
    if isSecret path && isInStore value then
      finding path "secret-in-store" (shown value)
    else if isString value && holds "/nix/store/" value && hasSecretLine value then
      finding path "secret-in-store" null
    else if
      (isProgram path && isString value && holds telling value)
      || (isString value && writers.isUnquoted value)
      || (isPackage value && writers.isUnquoted value.outPath)
    then
      finding path "not-quoted" null
    else
      [ ];
in
leaf:
told { inherit (leaf) at; } (
  if leaf ? thrown then finding leaf.path "thrown" null else inValue leaf.path leaf.value
)
