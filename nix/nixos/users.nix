/**
  The users of a host that an application runs as, from what it asks for: on a socket, a database's user is the host's;
  and secrets belong to who reads them. None for an application that names none: then only root reads.
*/
requirements:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    filter
    listToAttrs
    ;
  named =
    { type, request, ... }:
    {
      mariadb = [ request.user ];
      postgresql = [ request.user ];
      secret-file = [ request.owner ];
    }
    .${type} or [ ];
  once =
    names:
    attrNames (
      listToAttrs (
        map (name: {
          inherit name;
          value = null;
        }) names
      )
    );
in
filter (user: user != "root") (once (concatMap named (attrValues requirements)))
