/**
  Modules to the configuration that they define together.
*/
{ lib }:
let
  inherit (builtins)
    head
    seq
    ;
  inherit (import ../attrsets.nix) recursiveUpdate setAttrByPath;
  inherit (import ./merge.nix) mergeDefinitions;
  collect = import ./collect.nix;
  level = import ./tree.nix;
  messages = import ./messages.nix;

  # Options of every evaluation.
  inner = {
    file = "lib/modules.nix";
    options._module = {
      args = lib.mkOption {
        type = lib.types.lazyAttrsOf lib.types.raw;
        default = { };
      };
      check = lib.mkOption {
        type = lib.types.bool;
        default = true;
      };
      freeformType = lib.mkOption {
        type = lib.types.nullOr lib.types.raw;
        default = null;
      };
    };
  };

  evalModules =
    {
      modules,
      specialArgs ? { },
      prefix ? [ ],
      class ? null,
    }:
    let
      arguments = specialArgs // {
        inherit lib options config;
        inherit specialArgs;
        _class = class;
        _prefix = prefix;
      };
      collected = collect {
        inherit arguments;
        evaluated = config;
      } modules;

      root =
        level prefix
          (map (module: {
            inherit (module) file;
            value = module.options;
          }) (collected ++ [ inner ]))
          (
            map (module: {
              inherit (module) file;
              value = module.config;
            }) collected
          );
      inherit (root) options;

      # What no option is declared for goes into the free form, if there is one.
      freeform = root.config._module.freeformType;
      free = mergeDefinitions prefix freeform (
        map (
          {
            file,
            path,
            value,
          }:
          {
            inherit file;
            value = setAttrByPath (lib.drop (builtins.length prefix) path) value;
          }
        ) root.unknown
      );
      # Without any, it's no value at all, not even the one that its type has then.
      joined =
        free: declared:
        if freeform == null || root.unknown == [ ] then declared else recursiveUpdate free declared;
      config = joined free.mergedValue root.config;
      set = removeAttrs (joined free.mergedSet root.set) [ "_module" ];

      refusal =
        if freeform == null && root.config._module.check && root.unknown != [ ] then
          throw (messages.unknown (head root.unknown).path (head root.unknown).file)
        else
          null;
    in
    {
      _type = "configuration";
      inherit class options;
      config = seq refusal (removeAttrs config [ "_module" ]);
      set = seq refusal set;
      unknown = map (definition: { inherit (definition) path file; }) root.unknown;
      _module = root.config._module // {
        inherit collected;
      };
      extendModules =
        more:
        evalModules {
          modules = modules ++ more.modules or [ ];
          specialArgs = specialArgs // more.specialArgs or { };
          prefix = more.prefix or prefix;
          inherit class;
        };
    };
in
{
  inherit evalModules;
}
