/**
  What runs on a host, with generated options in which every text that has room is one that a program would take for
  more than text. Told is what `found.nix` finds in what the module sets, and units that don't wait for what the
  application stands on. A part of a path that an option gave is told as its name, so that it is told once.
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
    head
    isString
    stringLength
    tryEval
    ;
  inherit (import ../replaced.nix) replaced;
  inherit (import ./origin.nix directory) at within;
  definitions = import ./definitions.nix directory;
  evaluate = import ./evaluated.nix given;
  module = contract.read source;
  inherit (module.options) form;
  valid = import ../valid.nix name {
    inherit form;
    inherit (module) refusals;
  };
  placesIn = import ../places.nix form;

  # Quoted for a shell, in JSON, or for nginx, it reads otherwise.
  telling = "x'y\"z$(id)`id`\\";
  writersOf = pkgs: import ./writers.nix { inherit telling pkgs; };
  arguments = import ./arguments.nix {
    inherit directory system;
    writers = pkgs: (writersOf pkgs).ofPackages;
  };
  inLeaf = import ./found.nix {
    inherit telling;
    writers = writersOf { };
  };

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

  inNumber =
    number:
    let
      options = optionsOf number;
      answer = evaluate number options;
      module' = answer.configuration.closure.nixos.${name};
      called = tryEval (
        within [ "nixos" ] (at "nixos" said) (
          definitions.called (arguments.of // { config = throw "only NixOS knows"; }) module'
        )
      );
      leaves = definitions.leaves [ "nixos" ] (called.value.config or called.value);
      # What is thrown is the module's own, where nothing of it can be `config`.
      relied = if arguments.readsConfig then filter (leaf: !(leaf ? thrown)) leaves else leaves;
      starts = answer.configuration.operations.${name}.move.start;
    in
    if
      answer.requirements.findings != [ ] || answer.configuration.findings != [ ] || !called.success
    then
      [ ]
    else
      map (import ./nameless.nix (module.options.complete options)) (
        concatMap inLeaf relied ++ import ./units.nix name starts leaves
      );

  # Where it is found with other options may be told by the same words.
  once = foldl' (kept: found: if elem found kept then kept else kept ++ [ found ]) [ ];
in
{
  findings = if said ? nixos then once (concatMap inNumber (genList (i: from + i) count)) else [ ];
}
