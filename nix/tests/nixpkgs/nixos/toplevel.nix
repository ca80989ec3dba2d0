/**
  The closure of a system: what was set, as JSON, with the programs and files by which a NixOS
  system is known, and static sites as a real nginx can show them. Equal configurations have the same store path.
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

  sites = import ./sites.nix config.services.nginx;

  # What changes with a configuration reaches the builder in its environment only.
  closure = derivation {
    name = "nixos-system-${config.networking.hostName}-${config.system.stateVersion}";
    inherit system;
    builder = "/bin/sh";
    PATH = "/usr/bin:/bin";
    preferLocalBuild = true;
    allowSubstitutes = false;
    passAsFile = [
      "activation"
      "configuration"
      "nginx"
      "program"
    ];
    nginx = sites.configuration;
    configuration = toJSON (plain set);
    activation = builtins.readFile ./activate.sh;
    program = builtins.readFile ./switch-to-configuration.sh;
    version = config.system.stateVersion;
    args = [
      "-euc"
      ''
        mkdir -p "$out/bin" "$out/etc"
        cp "$configurationPath" "$out/etc/configuration.json"
        cp "$programPath" "$out/bin/switch-to-configuration"
        cp "$activationPath" "$out/activate"
        chmod +x "$out/bin/switch-to-configuration" "$out/activate"
        printf %s "$version" >"$out/nixos-version"
        printf %s "$system" >"$out/system"
        if [ -s "$nginxPath" ]; then
          printf 'geo $nixos_system { default "%s"; }\n' "$out" >"$out/etc/nginx.conf"
          cat "$nginxPath" >>"$out/etc/nginx.conf"
        fi
        while [ $# -gt 0 ]; do
          mkdir -p "$out/''${1%/*}"
          cp "$2" "$out/$1"
          shift 2
        done
      ''
      "system"
    ]
    ++ sites.files;
  };
in
if failed == [ ] then
  warned closure
else
  throw "\nFailed assertions:\n${
    builtins.concatStringsSep "\n" (map (message: "- ${message}") failed)
  }"
