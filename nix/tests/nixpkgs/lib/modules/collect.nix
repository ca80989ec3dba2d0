/**
  Modules and all that they import, each once and in one shape: `{ file, key, options, config }`.

  Definitions are merged from the last to the first, so that what a module imports comes before its own.
*/
{ evaluated, arguments }:
let
  inherit (builtins)
    attrNames
    concatLists
    elem
    elemAt
    filter
    genList
    genericClosure
    isAttrs
    isPath
    isString
    length
    mapAttrs
    ;
  inherit (import ../lists.nix) reverseList;
  inherit (import ../trivial.nix) functionArgs isFunction;
  messages = import ./messages.nix;

  meta = [
    "_class"
    "_file"
    "key"
    "disabledModules"
    "imports"
    "freeformType"
  ];

  # An argument that nobody gave comes from `_module.args`.
  called =
    function:
    function (
      arguments
      // mapAttrs (name: _: arguments.${name} or evaluated._module.args.${name}) (functionArgs function)
    );

  shaped =
    file: key: module:
    let
      isLong = module ? config || module ? options;
      stray = filter (
        name:
        !(elem name (
          meta
          ++ [
            "options"
            "config"
            "meta"
          ]
        ))
      ) (attrNames module);
      config = if isLong then module.config or { } else removeAttrs module (meta ++ [ "require" ]);
    in
    if isLong && stray != [ ] then
      throw (messages.strayNames (module._file or file) stray)
    else
      {
        file = toString module._file or file;
        key = toString module.key or key;
        imports = module.imports or [ ];
        disabled = module.disabledModules or [ ];
        options = module.options or { };
        config =
          if module ? freeformType then
            {
              _type = "merge";
              contents = [
                config
                { _module.freeformType = module.freeformType; }
              ];
            }
          else
            config;
      };

  loaded =
    file: key: module:
    if isFunction module then
      shaped file key (called module)
    else if isAttrs module then
      if
        elem (module._type or "module") [
          "if"
          "merge"
          "override"
        ]
      then
        shaped file key { config = module; }
      else
        shaped file key module
    else if isPath module || isString module then
      let
        inner = import module;
        place = toString module;
      in
      shaped place place (if isFunction inner then called inner else inner)
    else
      throw (messages.notModule file module);

  # Those without a place of their own are told apart by where they stand.
  numbered =
    file: key: modules:
    genList (i: loaded file "${key}:anon-${toString (i + 1)}" (elemAt modules i)) (length modules);

  collected =
    modules:
    genericClosure {
      startSet = numbered "<unknown-file>" "" modules;
      operator = module: numbered module.file module.key module.imports;
    };
in
modules:
let
  all = reverseList (collected modules);
  disabled = map toString (concatLists (map (module: module.disabled) all));
in
filter (module: !(elem module.key disabled)) all
