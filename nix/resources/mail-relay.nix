/**
  A server that takes mail from an application and delivers it: confirmations and new passwords.

  Port 587 goes with `starttls` and 465 with `tls`; applications have them as different settings, so the result says
  which. Only a relay on the host itself may do without. What SPF and DKIM must say of the sender is the relay's to
  know: `spfInclude`, for the records of the sender's domain.
*/
{
  types,
  values,
  resource,
  option,
  chosen,
  observed,
  finding,
  filled,
  limit,
  ...
}:
let
  inherit (types) domain email optional;
  inherit (values)
    between
    line
    oneOf
    path
    port
    serverName
    several
    ;
  open = filled null;
  amount = between 1 10000000;
  size = between 1 100;
in
resource {
  request = types.group [
    (option "from" email "Sender" { de = "Absender"; })
    (filled 1000 (option "messagesADay" amount "Messages a day" { de = "Nachrichten am Tag"; }))
    (filled 10 (option "messageMiB" size "Largest message in MiB" { de = "Größte Nachricht in MiB"; }))
  ];

  policy = types.group [
    (open (
      option "messagesADay" (optional amount) "Most messages a day of one application" {
        de = "Höchstzahl der Nachrichten einer Anwendung am Tag";
      }
    ))
    (filled 25 (option "messageMiB" size "Largest message in MiB" { de = "Größte Nachricht in MiB"; }))
    (open (
      option "senders" (optional (several 1 1000 domain)) "Domains that may send" {
        de = "Domains, die senden dürfen";
      }
    ))
  ];

  limits = [
    (limit "messagesADay" "atMost" "messagesADay")
    (limit "messageMiB" "atMost" "messageMiB")
    (limit "from" "from" "senders")
  ];

  result = [
    (chosen "server" serverName "Server" { de = "Server"; })
    (filled 587 (chosen "port" port "Port" { de = "Port"; }))
    (filled "starttls" (
      chosen "security" (oneOf [
        "starttls"
        "tls"
        "none"
      ]) "Encryption" { de = "Verschlüsselung"; }
    ))
    (chosen "from" email "Sender" { de = "Absender"; })
    (open (chosen "user" (optional (line 255)) "User" { de = "Benutzer"; }))
    (open (
      chosen "passwordFile" (optional path) "File of the password" { de = "Datei des Passworts"; }
    ))
    (open (chosen "spfInclude" (optional domain) "Name for SPF" { de = "Name für SPF"; }))
    (observed "greeting" (types.text { max = 512; }) "Greeting of the server" {
      de = "Begrüßung des Servers";
    })
  ];

  coherent =
    at: result:
    let
      isHere = builtins.elem result.server [
        "localhost"
        "127.0.0.1"
        "::1"
      ];
    in
    if result.security == "none" && !isHere then
      finding (at ++ [ "security" ]) "unprotected" result.server
    else if result.user != null && result.passwordFile == null then
      finding (at ++ [ "passwordFile" ]) "missing" null
    else
      [ ];

  behaviour = import ./behaviour/mail-relay.nix;
}
