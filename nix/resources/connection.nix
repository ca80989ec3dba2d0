/**
  How an application reaches a database server: through a socket, where the host's own users are told apart, or
  over the network with a password from a file.
*/
{
  types,
  values,
  chosen,
  finding,
}:
{ port, withoutPassword }:
let
  inherit (types) optional;
  inherit (values) path serverName;
  open = field: field // { default = null; };
in
{
  fields = [
    (open (chosen "socket" (optional path) "Socket" { de = "Socket"; }))
    (chosen "server" serverName "Server" { de = "Server"; } // { default = "localhost"; })
    (chosen "port" values.port "Port" { de = "Port"; } // { default = port; })
    (open (
      chosen "passwordFile" (optional path) "File of the password" { de = "Datei des Passworts"; }
    ))
  ];

  /**
    What is wrong with a result as a whole: without a socket, only the servers `withoutPassword` need none.
  */
  coherent =
    at: result:
    if
      result.socket != null || result.passwordFile != null || builtins.elem result.server withoutPassword
    then
      [ ]
    else
      finding (at ++ [ "passwordFile" ]) "missing" null;
}
