{ system, applications, ... }:
let
  inherit (builtins) concatMap toJSON;
  files = import ../../sites/files.nix;
  sites = import ../../sites/of.nix applications;

  filesOf =
    { name, value }:
    let
      inherit (value.content) redirects headers notFound;
    in
    files "${name}/files" value.content.files
    ++ files name { "site.json" = toJSON { inherit redirects headers notFound; }; };
in
{
  sites = import ../../sites/hosts.nix sites;

  # Names and store files are arguments: nothing is spliced into the script.
  closure = derivation {
    name = "local-sites";
    inherit system;
    builder = "/bin/sh";
    PATH = "/usr/bin:/bin";
    preferLocalBuild = true;
    allowSubstitutes = false;
    args = [
      "-euc"
      ''
        mkdir "$out"
        while [ $# -gt 0 ]; do
          mkdir -p "$out/''${1%/*}"
          cp "$2" "$out/$1"
          shift 2
        done
      ''
      "local-sites"
    ]
    ++ concatMap filesOf sites;
  };
}
