/**
  What a module says of running it (see operation/), checked and completed, given completed options and chosen results:
    findings   below `path`: what is not of its shape, names no requirement, or leaves out what has to be kept
    operation  { address, state, checks, administrator, move, upgrade }
  `asked` are the application's requirements that are not null, `{ <requirement> = { type, request }; }`.
*/
{ types }:
module: path:
{
  asked,
  options,
  resources,
}:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    mapAttrs
    ;
  inherit (import ./finding.nix) finding;
  shapes = import ./operation { inherit types; };

  # What is not asked for now needn't be kept: its names may stand there all the same.
  isAsked = name: asked ? ${name} || !(elem name module.names);
  kept = entry: entry // { of = filter isAsked entry.of; };
  given = { inherit options resources; };
  said = {
    address = module.address given;
    state = module.state given;
    checks = module.checks given;
    administrator = module.administrator given;
    move = module.move given;
    inherit (module) upgrade;
  };

  shapeFindings = concatMap (part: shapes.${part}.check (path ++ [ part ]) said.${part}) (
    attrNames said
  );
  completed = mapAttrs (part: shapes.${part}.complete) said;
  state = filter (entry: entry.path != null || entry.of != [ ]) (map kept completed.state);

  # The kinds of state and the types of the requirements that they name.
  holds = {
    bucket = [ "s3-bucket" ];
    database = [
      "mariadb"
      "postgresql"
    ];
    directory = [ ];
    queue = [ "redis" ];
    secrets = [ "secret-file" ];
  };
  typeOf = name: asked.${name}.type;
  ofWrongKind =
    entry:
    concatMap (
      name:
      if asked ? ${name} && elem (typeOf name) holds.${entry.kind} then
        [ ]
      else
        finding (path ++ [ "state" ]) "dangling" name
    ) entry.of;

  # Their password can only be read where its secret is asked for.
  password =
    if completed.administrator == null || completed.administrator.password == null then
      [ ]
    else
      [ completed.administrator.password ];
  isSecret = name: asked ? ${name} && typeOf name == "secret-file";
  withoutSecret = filter (name: !(isSecret name)) password;

  # What an upgrade dumps before is what is kept, and more than files that never change.
  dumped = filter isAsked completed.upgrade.dump;
  isDumped =
    name: asked ? ${name} && elem (typeOf name) (holds.database ++ holds.bucket ++ holds.queue);
  withoutDump = filter (name: !(isDumped name)) dumped;

  hasToBeKept =
    name:
    elem (typeOf name) (holds.database ++ holds.bucket)
    || (typeOf name == "secret-file" && asked.${name}.request.lasting);
  isKept = name: builtins.any (entry: elem name entry.of) state;
  forgotten = filter (name: hasToBeKept name && !isKept name) (attrNames asked);
in
{
  findings =
    if shapeFindings != [ ] then
      shapeFindings
    else
      concatMap ofWrongKind state
      ++ concatMap (name: finding (path ++ [ "state" ]) "not-kept" name) forgotten
      ++ concatMap (
        name:
        finding (
          path
          ++ [
            "administrator"
            "password"
          ]
        ) "not-a-secret-file" name
      ) withoutSecret
      ++ concatMap (
        name:
        finding (
          path
          ++ [
            "upgrade"
            "dump"
          ]
        ) "not-dumped" name
      ) withoutDump;

  operation = completed // {
    inherit state;
    upgrade = completed.upgrade // {
      dump = dumped;
    };
  };
}
