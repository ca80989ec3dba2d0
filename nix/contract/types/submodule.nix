/**
  A group as options of the nixpkgs module system, and back.

  An option whose default comes from others, or that needn't be there because it may not apply, is
  null in nixpkgs when nobody sets it; going back, it is left out, and the contract decides.
*/
options:
let
  inherit (builtins) concatMap listToAttrs;

  mayBeLeftOut = option: option ? defaultFrom || (option ? visibleWhen && !(option ? default));

  optionOf =
    lib: option:
    let
      type = option.type.nixpkgs lib;
      default = if mayBeLeftOut option then { default = null; } else { };
      declared = if option ? default then { inherit (option) default; } else { };
      example = if option ? example then { inherit (option) example; } else { };
    in
    lib.mkOption (
      {
        type = if mayBeLeftOut option then lib.types.nullOr type else type;
        description = option.help.en or option.label.en;
      }
      // declared
      // default
      // example
    );

  isLeftOut = option: value: mayBeLeftOut option && value.${option.name} == null;
  given = value: builtins.filter (option: !(isLeftOut option value)) options;

  nixpkgsOptions =
    lib:
    listToAttrs (
      map (option: {
        inherit (option) name;
        value = optionOf lib option;
      }) options
    );
in
{
  inherit nixpkgsOptions;

  nixpkgs = lib: lib.types.submodule { options = nixpkgsOptions lib; };

  fromNixpkgs =
    value:
    listToAttrs (
      map (option: {
        inherit (option) name;
        value = option.type.fromNixpkgs value.${option.name};
      }) (given value)
    );

  secretsIn =
    path: value:
    concatMap (option: option.type.secretsIn (path ++ [ option.name ]) value.${option.name}) (
      given value
    );
}
