{ system, applications, ... }:
let
  inherit (builtins)
    attrNames
    concatMap
    listToAttrs
    toFile
    toJSON
    ;

  sites = concatMap (
    application:
    map (requirement: {
      name = "${application}.${requirement}";
      value = applications.${application}.requirements.${requirement};
    }) (attrNames applications.${application}.requirements)
  ) (attrNames applications);

  # A store file's name can't hold every path, and nothing depends on it.
  file = path: text: [
    path
    (toFile "file" text)
  ];

  filesOf =
    { name, value }:
    let
      inherit (value.content)
        files
        redirects
        headers
        notFound
        ;
    in
    concatMap (path: file "${name}/files/${path}" files.${path}) (attrNames files)
    ++ file "${name}/site.json" (toJSON {
      inherit redirects headers notFound;
    });
in
{
  sites = listToAttrs (
    map ({ name, value }: {
      inherit name;
      value = { inherit (value.result) host; };
    }) sites
  );

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
