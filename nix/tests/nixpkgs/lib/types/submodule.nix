/**
  A configuration of its own, below an option.
*/
{ evalModules }:
let
  inherit (builtins) isAttrs isList isPath;
  inherit (import ../lists.nix) last;
  inherit (import ../trivial.nix) isFunction;
  inherit (import ../modules/properties.nix) public;
  inherit (import ./make.nix) composed mkOptionType;

  submoduleWith =
    {
      modules,
      specialArgs ? { },
      shorthandOnlyDefinesConfig ? false,
      description ? "submodule",
      class ? null,
    }:
    let
      evaluated =
        path: name: definitions:
        evalModules {
          inherit specialArgs class;
          prefix = path;
          modules = [ { _module.args.name = name; } ] ++ modules ++ map moduleOf definitions;
        };
      moduleOf =
        { file, value }:
        if isAttrs value && shorthandOnlyDefinesConfig then
          {
            _file = file;
            config = value;
          }
        else
          {
            _file = file;
            imports = [ value ];
          };
    in
    composed {
      name = "submodule";
      inherit description;
      check = value: isAttrs value || isFunction value || isPath value;
      emptyValue.value = (evaluated [ ] (public.mkOptionDefault "‹name›") [ ]).config;
      merged =
        path: definitions:
        let
          configuration = evaluated path (last path) definitions;
        in
        {
          value = configuration.config;
          inherit (configuration) set;
        };
    };
in
{
  inherit submoduleWith;

  submodule =
    modules:
    submoduleWith {
      shorthandOnlyDefinesConfig = true;
      modules = if isList modules then modules else [ modules ];
    };

  deferredModule = mkOptionType {
    name = "deferredModule";
    description = "module";
    check = value: isAttrs value || isFunction value || isPath value;
    merge = _: definitions: {
      imports = map (definition: {
        _file = definition.file;
        imports = [ definition.value ];
      }) definitions;
    };
  };
}
