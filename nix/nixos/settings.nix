/**
  What a hosting provider says of an environment whose hosts run NixOS, beside the policies of resource types.
*/
{ types }:
let
  text =
    max:
    types.text {
      min = 1;
      inherit max;
    };
  word = value: en: de: {
    inherit value;
    label = { inherit en de; };
  };
in
{
  options = [
    {
      name = "relay";
      type = types.optional (
        types.group {
          relations = [
            {
              kind = "together";
              options = [
                [ "user" ]
                [ "password" ]
              ];
            }
          ];
          options = [
            {
              name = "server";
              type = types.domain;
              label = {
                en = "Server";
                de = "Server";
              };
            }
            {
              name = "port";
              type = types.port;
              label = {
                en = "Port";
                de = "Port";
              };
              default = 587;
            }
            {
              name = "security";
              type = types.choice [
                (word "starttls" "STARTTLS (port 587)" "STARTTLS (Port 587)")
                (word "tls" "TLS (port 465)" "TLS (Port 465)")
              ];
              label = {
                en = "Encryption";
                de = "Verschlüsselung";
              };
              default = "starttls";
            }
            {
              name = "user";
              type = types.optional (text 255);
              label = {
                en = "User";
                de = "Benutzer";
              };
              default = null;
            }
            {
              name = "password";
              type = types.optional (types.secret { });
              label = {
                en = "Password";
                de = "Passwort";
              };
              default = null;
            }
            {
              name = "spfInclude";
              type = types.optional types.domain;
              label = {
                en = "Name for SPF";
                de = "Name für SPF";
              };
              default = null;
            }
          ];
        }
      );
      label = {
        en = "Mail relay";
        de = "Mail-Relay";
      };
      help = {
        en = "Applications send confirmations and new passwords through it. Without one, only applications whose operator has a mail server of their own can run.";
        de = "Darüber verschicken Anwendungen Bestätigungen und neue Passwörter. Ohne Relay laufen nur Anwendungen, deren Betreiber einen eigenen Mailserver haben.";
      };
      default = null;
    }
    {
      name = "storage";
      type = types.optional (
        types.group [
          {
            name = "domain";
            type = types.domain;
            label = {
              en = "Domain of the storage";
              de = "Domain des Speichers";
            };
          }
        ]
      );
      label = {
        en = "Name of object storage";
        de = "Name des Objektspeichers";
      };
      help = {
        en = "Where storage stands on a host of its own, applications reach it below this domain. Its records, and those of all names below it, lead to that host.";
        de = "Steht der Speicher auf einem eigenen Host, erreichen ihn Anwendungen unter dieser Domain. Ihre Einträge und die aller Namen darunter führen zu diesem Host.";
      };
      default = null;
    }
    {
      name = "proof";
      type = types.optional (
        types.group [
          {
            name = "server";
            type = text 260;
            label = {
              en = "Server, with port";
              de = "Server, mit Port";
            };
            example = "192.0.2.53:53";
          }
          {
            name = "key";
            type = types.domain;
            label = {
              en = "Name of the key";
              de = "Name des Schlüssels";
            };
          }
          {
            name = "algorithm";
            type = types.choice [
              (word "hmac-sha256" "HMAC-SHA256" "HMAC-SHA256")
              (word "hmac-sha512" "HMAC-SHA512" "HMAC-SHA512")
            ];
            label = {
              en = "Kind of key";
              de = "Art des Schlüssels";
            };
            default = "hmac-sha256";
          }
          {
            name = "secret";
            type = types.secret { };
            label = {
              en = "Key";
              de = "Schlüssel";
            };
          }
        ]
      );
      label = {
        en = "DNS server for certificates";
        de = "DNS-Server für Zertifikate";
      };
      help = {
        en = "Where names are proven in DNS, each host changes records there itself (RFC 2136). Give it a key that may change only _acme-challenge records.";
        de = "Werden Namen im DNS nachgewiesen, ändert jeder Host dort selbst Einträge (RFC 2136). Der Schlüssel sollte nur _acme-challenge-Einträge ändern dürfen.";
      };
      default = null;
    }
    {
      name = "stateVersion";
      type = text 10;
      label = {
        en = "NixOS release of new hosts";
        de = "NixOS-Ausgabe neuer Hosts";
      };
      help = {
        en = "Never changes for a host that runs.";
        de = "Ändert sich nie für einen Host, der läuft.";
      };
      default = "26.05";
      immutable = true;
    }
  ];

  lacking = import ./lacking.nix;

  /**
    Types that are met outside the hosts of a deployment.
  */
  elsewhere = _: [ ];
}
