/**
  The sites of a system's nginx that are made of nothing but texts: `{ configuration; files; }`, the latter as a path in the
  closure and a store file in turn. The configuration is for inside of `http`; there, `$nixos_system` is where the closure is.
*/
nginx:
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    elemAt
    filter
    genList
    isAttrs
    length
    map
    toFile
    ;
  isSite =
    name:
    let
      host = nginx.virtualHosts.${name};
    in
    isAttrs host.root && host.root ? madeOf.entries && !host.forceSSL;
  names = if nginx.enable then filter isSite (attrNames nginx.virtualHosts) else [ ];
  sites = genList (number: {
    inherit number;
    name = elemAt names number;
    host = nginx.virtualHosts.${elemAt names number};
  }) (length names);

  directive = name: value: if value == null then "" else "${name} ${toString value};\n";
  location =
    name:
    {
      tryFiles,
      return,
      extraConfig,
      ...
    }:
    ''
      location ${name} {
      ${directive "try_files" tryFiles}${directive "return" return}${extraConfig}
      }
    '';
  server =
    {
      number,
      name,
      host,
    }:
    ''
      server {
      listen 80;
      listen [::]:80;
      server_name ${name};
      root ''${nixos_system}/sites/${toString number};
      ${concatStringsSep "" (map (path: location path host.locations.${path}) (attrNames host.locations))}
      ${host.extraConfig}
      }
    '';
in
{
  configuration =
    if sites == [ ] then "" else concatStringsSep "\n" ([ nginx.commonHttpConfig ] ++ map server sites);
  files = concatMap (
    { number, host, ... }:
    concatMap (entry: [
      "sites/${toString number}/${entry.name}"
      (toFile "file" entry.path.madeOf.text)
    ]) host.root.madeOf.entries
  ) sites;
}
