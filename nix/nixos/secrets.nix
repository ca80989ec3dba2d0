/**
  Every secret file of every host, as data: what whoever deploys has to put there, and what has to move along.

    { host, path, publicPath, owner, generator, lasting, source }

  `source` says which secret it is, and two files of one source hold the same:
    { kind = "made"; of = [ application requirement ]; }  made once for the deployment
    { kind = "host"; of = [ host name ]; }                made once for a host
    { kind = "option"; of = [ application option... ]; edition; }   given by an operator
    { kind = "setting"; of = [ setting... ]; edition; }   given by the hosting provider
*/
{
  applications,
  hosts,
  policies,
  settings,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    head
    ;
  paths = import ./paths.nix policies;
  made = of: {
    kind = "made";
    inherit of;
    edition = null;
  };
  given = kind: of: edition: { inherit kind of edition; };
  file = host: path: source: {
    inherit host path source;
    publicPath = null;
    owner = "root";
    generator = "given";
    lasting = false;
  };

  entries = import ./entries.nix applications;
  # Who reads an application's secrets on its host.
  readerOf = users: head (users ++ [ "root" ]);

  of = {
    secret-file =
      {
        application,
        requirement,
        request,
        result,
        host,
        ...
      }:
      [
        (
          file host result.path (
            if request.option == [ ] then
              made [
                application
                requirement
              ]
            else
              given "option" ([ application ] ++ request.option) request.edition
          )
          // {
            inherit (result) publicPath;
            inherit (request) owner generator lasting;
          }
        )
      ];

    mail-relay =
      {
        home,
        users,
        result,
        ...
      }:
      if result.passwordFile == null then
        [ ]
      else
        [
          (
            file home result.passwordFile (
              given "setting" [ "relay" "password" ] settings.relay.password.edition
            )
            // {
              owner = readerOf users;
            }
          )
        ];

    # The application signs with it, and storage has to know it. Garage never takes another one for the same id. A bucket
    # that shares a key has no file of its own.
    s3-bucket =
      {
        application,
        requirement,
        home,
        users,
        host,
        request,
        result,
        ...
      }:
      let
        key =
          host: owner:
          file host result.secretKeyFile (made [
            application
            requirement
          ])
          // {
            inherit owner;
            generator = "hex-64";
            lasting = true;
          };
      in
      if request.keyOf != null then
        [ ]
      else
        (if home == null then [ ] else [ (key home (readerOf users)) ])
        ++ (if host == null || host == home then [ ] else [ (key host "root") ]);
  };

  on = host: type: filter (entry: entry.host == host && entry.type == type) entries;
  ofHost =
    host:
    let
      own =
        name: generator:
        file host "${paths.host}/${name}" {
          kind = "host";
          of = [
            host
            name
          ];
          edition = null;
        }
        // {
          inherit generator;
        };
      isCertified =
        { type, request, ... }:
        type == "tls-certificate"
        || (type == "static-site" && policies.static-site.base != null)
        || (type == "s3-bucket" && (request.website || settings.storage != null));
      isProven = builtins.any isCertified (filter (entry: entry.host == host) entries);
    in
    (
      if on host "s3-bucket" == [ ] then
        [ ]
      else
        [
          (own "garage-rpc" "hex-64")
          (own "garage-admin" "hex-64")
        ]
    )
    ++ (
      if isProven && policies.tls-certificate.proof == "dns-01" then
        [
          (file host "${paths.host}/certificates-key" (
            given "setting" [ "proof" "secret" ] settings.proof.secret.edition
          ))
        ]
      else
        [ ]
    );
in
concatMap (entry: (of.${entry.type} or (_: [ ])) entry) entries
++ concatMap ofHost (attrNames hosts)
