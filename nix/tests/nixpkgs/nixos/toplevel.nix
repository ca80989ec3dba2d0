/**
  The closure of a system: what was set, as JSON, with the programs and files by which a NixOS
  system is known. Equal configurations have the same store path.
*/
{
  config,
  system,
  set,
}:
let
  inherit (builtins)
    filter
    foldl'
    isAttrs
    isFunction
    isList
    mapAttrs
    toJSON
    trace
    ;

  # A function says nothing in JSON; a package is its store path.
  plain =
    value:
    if isFunction value then
      null
    else if isList value then
      map plain value
    else if isAttrs value && !(value ? outPath) then
      mapAttrs (_: plain) value
    else
      value;

  failed = map (assertion: assertion.message) (
    filter (assertion: !assertion.assertion) config.assertions
  );
  warned = value: foldl' (value: warning: trace "warning: ${warning}" value) value config.warnings;

  # What changes with a configuration reaches the builder in its environment only.
  closure = derivation {
    name = "nixos-system-${config.networking.hostName}-${config.system.stateVersion}";
    inherit system;
    builder = "/bin/sh";
    PATH = "/usr/bin:/bin";
    preferLocalBuild = true;
    allowSubstitutes = false;
    passAsFile = [
      "configuration"
      "program"
    ];
    configuration = toJSON (plain set);
    program = builtins.readFile ./switch-to-configuration.sh;
    version = config.system.stateVersion;
    args = [
      "-euc"
      ''
        mkdir -p "$out/bin" "$out/etc"
        cp "$configurationPath" "$out/etc/configuration.json"
        cp "$programPath" "$out/bin/switch-to-configuration"
        chmod +x "$out/bin/switch-to-configuration"
        printf %s "$version" >"$out/nixos-version"
        printf %s "$system" >"$out/system"
      ''
    ];
  };
in
if failed == [ ] then
  warned closure
else
  throw "\nFailed assertions:\n${
    builtins.concatStringsSep "\n" (map (message: "- ${message}") failed)
  }"
