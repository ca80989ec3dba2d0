/**
  What a hosting provider says of machines that exist, as options: where each is reached, and by whom.
    machine  where one is, and by which key it is known
    key      the key that whoever deploys signs in with
    holders  whose public keys may sign in as root
    signers  who may sign what is copied to it
*/
{ types }:
let
  inherit (import ../resources/values { inherit types; }) serverName several;
  inherit (import ../resources/option.nix) filled option;
  sshKey = import ./ssh-key.nix;
in
{
  machine = [
    (option "name" types.label "Short name" { de = "Kurzname"; })
    (option "address" serverName "Host name or IP address" { de = "Hostname oder IP-Adresse"; })
    (filled 22 (option "port" types.port "Port of SSH" { de = "Port von SSH"; }))
    (filled "root" (option "user" (import ./user-name.nix) "User" { de = "Benutzer"; }))
    (
      option "hostKey" sshKey "Public SSH host key" { de = "Öffentlicher SSH-Schlüssel des Hosts"; }
      // {
        help = {
          en = "As ssh-keyscan shows it, without the name in front. No other machine is taken for it.";
          de = "Wie ssh-keyscan ihn zeigt, ohne den Namen davor. Keine andere Maschine wird für sie gehalten.";
        };
      }
    )
  ];

  key = option "key" (types.secret { max = 16384; }) "Private SSH key of the server" {
    de = "Privater SSH-Schlüssel des Servers";
  };

  holders =
    option "publicKeys" (several 1 100 sshKey) "Public SSH keys" { de = "Öffentliche SSH-Schlüssel"; }
    // {
      help = {
        en = "They may sign in as root once the first system is active: the server's own, and yours.";
        de = "Sie dürfen sich als root anmelden, sobald das erste System aktiv ist: der des Servers und Ihre.";
      };
    };

  signers =
    filled [ ] (
      option "signers" (several 0 100 (import ./signing-key.nix)) "Public keys of who signs closures" {
        de = "Öffentliche Schlüssel derer, die Closures unterschreiben";
      }
    )
    // {
      help = {
        en = "Hosts take only what one of them signed. Without the server's own, nothing more could be copied to a host after its first system.";
        de = "Hosts nehmen nur an, was einer davon unterschrieben hat. Ohne den des Servers ließe sich nach dem ersten System nichts mehr auf einen Host kopieren.";
      };
    };
}
