/**
  What a deployment is on the machine, activated like a system of NixOS:
    bin/switch-to-configuration  see switch-to-configuration.sh
    link                         the link by which the machine's nginx finds it
    nginx.conf                   what that includes
    sites/<site>/...             files
*/
{
  system,
  deployment,
  settings,
  sites,
}:
let
  inherit (builtins)
    concatMap
    hashString
    map
    readFile
    substring
    toFile
    ;
  nginx = import ../../sites/nginx/server.nix {
    key = substring 0 16 (hashString "sha256" deployment.id);
    listening = import ./listening.nix settings;
    # The site process of the environment `local` tells it there, too.
    closurePath = "/.well-known/fediversity";
    sites = map (
      { name, value }:
      {
        inherit (value.result) host;
        inherit (value) content;
        directory = "sites/${name}";
      }
    ) sites;
  };
in
# Names and texts reach the builder as data: nothing is spliced into the script.
derivation {
  name = "sites-of-${deployment.name}";
  inherit system;
  builder = "/bin/sh";
  PATH = "/usr/bin:/bin";
  preferLocalBuild = true;
  allowSubstitutes = false;
  program = toFile "switch-to-configuration" (readFile ./switch-to-configuration.sh);
  configuration = toFile "nginx.conf" nginx.text;
  variable = nginx.variables.closure;
  link = "${settings.webRoot}/${deployment.id}";
  args = [
    "-euc"
    (readFile ./build.sh)
    "sites"
  ]
  ++ concatMap (
    { name, value }: import ../../sites/files.nix "sites/${name}" value.content.files
  ) sites;
}
