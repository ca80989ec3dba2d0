/**
  Declaring options.
*/
let
  messages = import ./modules/messages.nix;
  scalar = import ./types/plain.nix;
in
{
  mkOption = option: option // { _type = "option"; };
  isOption = value: value._type or null == "option";

  mkEnableOption = name: {
    _type = "option";
    default = false;
    example = true;
    description = "Whether to enable ${name}.";
    type = scalar.bool;
  };

  mkPackageOption =
    packages: name:
    {
      default ? name,
      nullable ? false,
      ...
    }:
    let
      path = if builtins.isList default then default else [ default ];
      inherit (import ./types/composed.nix) nullOr;
    in
    {
      _type = "option";
      description = "The ${name} package to use.";
      type = if nullable then nullOr scalar.package else scalar.package;
    }
    // (
      if default == null then
        { default = null; }
      else
        { default = (import ./attrsets.nix).getAttrFromPath path packages; }
    );

  literalExpression = text: {
    _type = "literalExpression";
    inherit text;
  };
  literalMD = text: {
    _type = "literalMD";
    inherit text;
  };
  mdDoc = text: text;
  showOption = messages.pathOf;
}
