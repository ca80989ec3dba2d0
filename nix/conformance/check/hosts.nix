/**
  What runs on a host, with generated options in which every text that has room is one that a program would take for
  more than text. Told are secrets whose path leads into the store, which everybody on the host can read, and such texts
  where they stand in a script or in lines of a configuration as they are.
*/
{
  contract,
  count,
  directory,
  from,
  name,
  source,
  said,
  system,
  ...
}@given:
let
  inherit (builtins)
    concatMap
    elem
    filter
    foldl'
    genList
    getContext
    head
    isPath
    isString
    length
    match
    replaceStrings
    stringLength
    substring
    tryEval
    ;
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ../../contract/names.nix) toLower;
  inherit (import ../replaced.nix) replaced;
  definitions = import ./definitions.nix;
  evaluate = import ./evaluated.nix given;
  module = contract.read source;
  inherit (module.options) form;
  valid = import ../valid.nix name {
    inherit form;
    inherit (module) refusals;
  };
  placesIn = import ../places.nix form;
  arguments = import ./arguments.nix { inherit directory system; };

  # Quoted for a shell, in JSON, or for nginx, it reads otherwise.
  telling = "x'y\"z$(id)`id`\\";
  core = form: if form.kind == "optional" then core form.of else form;
  takes =
    place:
    let
      inner = core place.form;
    in
    inner.kind == "text"
    && inner.max >= stringLength telling
    && inner.min <= stringLength telling
    && place.given != [ ]
    && isString (head place.given);
  optionsOf =
    number:
    let
      options = valid number;
    in
    foldl' (options: place: replaced place.path telling options) options (
      filter takes (placesIn options)
    );

  leavesOf =
    number:
    let
      answer = evaluate number (optionsOf number);
      module = answer.configuration.closure.nixos.${name};
      called = tryEval (definitions.called (arguments // { config = throw "only NixOS knows"; }) module);
    in
    if
      answer.requirements.findings != [ ] || answer.configuration.findings != [ ] || !called.success
    then
      [ ]
    else
      definitions.leaves [ "nixos" ] (called.value.config or called.value);

  named =
    path:
    let
      names = filter isString path;
      last = builtins.elemAt names (length names - 1);
    in
    toLower last;
  isSecret =
    path:
    match ".*(secret|passw|token|credential|privatekey|keyfile|environmentfile).*" (named path) != null;
  isProgram =
    path:
    match "(.*script|(pre|post)(start|stop)|exec(start|stop|reload|condition).*|.*shellinit|.*extraconfig|.*httpconfig|.*settingsfile)" (
      named path
    ) != null;

  begins = start: text: substring 0 (stringLength start) text == start;
  holds = part: text: replaceStrings [ part ] [ "" ] text != text;
  isInStore =
    value:
    isPath value
    || (
      isString value
      && (getContext value != { } || begins "/nix/store/" value || holds ":/nix/store/" value)
    );

  inLeaf =
    { path, value }:
    (
      if isSecret path && isInStore value then
        finding path "secret-in-store" (if isPath value then toString value else value)
      else
        [ ]
    )
    ++ (
      if isProgram path && isString value && holds telling value then
        finding path "not-quoted" null
      else
        [ ]
    );

  distinct = foldl' (kept: found: if elem found kept then kept else kept ++ [ found ]) [ ];
in
{
  findings =
    if !(said ? nixos) then
      [ ]
    else
      distinct (concatMap inLeaf (concatMap leavesOf (genList (i: from + i) count)));
}
