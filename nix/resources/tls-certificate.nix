/**
  A certificate that browsers trust, for names that lead to the host.

  NixOS opens no ports for it, accepts no issuer's terms and knows no address for its warnings: the hosting provider's
  policy does. A wildcard needs a proof in DNS. The files are where security.acme keeps them, so that a certificate
  that was copied there before a move serves until the first renewal. Sources: the NixOS modules, lego's documentation.
*/
{
  types,
  values,
  resource,
  option,
  chosen,
  observed,
  refined,
  finding,
  filled,
  limit,
  ...
}:
let
  inherit (types) boolean domain;
  inherit (values)
    oneOf
    path
    pointer
    several
    ;
  proofs = oneOf [
    "http-01"
    "dns-01"
  ];
in
resource {
  request = types.group [
    (option "names" (several 1 100 (pointer {
      of = domain;
    })) "Names" { de = "Namen"; })
    (filled false (
      option "wildcard" boolean "With all names below" { de = "Mit allen Namen darunter"; }
    ))
  ];

  policy =
    refined
      (types.group [
        (filled false (
          option "termsAccepted" boolean "The issuer's terms are accepted" {
            de = "Die Bedingungen des Ausstellers sind angenommen";
          }
        ))
        (filled null (
          option "contact" (types.optional types.email) "Whom the issuer warns" {
            de = "Wen der Aussteller warnt";
          }
        ))
        (filled "https://acme-v02.api.letsencrypt.org/directory" (
          option "issuer" types.url "Address of the issuer (ACME)" { de = "Adresse des Ausstellers (ACME)"; }
        ))
        (filled "http-01" (option "proof" proofs "Proof of a name" { de = "Nachweis eines Namens"; }))
        (
          option "wildcard" boolean "May hold all names below one" {
            de = "Darf alle Namen unter einem enthalten";
          }
          // {
            help = {
              en = "Issuers ask for a proof in DNS.";
              de = "Aussteller verlangen einen Nachweis im DNS.";
            };
            default = false;
          }
        )
      ])
      (
        path: policy:
        if policy.wildcard && policy.proof != "dns-01" then
          finding (path ++ [ "wildcard" ]) "needs-dns-proof" true
        else
          [ ]
      );

  limits = [
    (limit "names" "granted" "termsAccepted")
    (limit "wildcard" "granted" "wildcard")
  ];

  result = [
    (chosen "certificateFile" path "File of the certificate" { de = "Datei des Zertifikats"; })
    (chosen "keyFile" path "File of the key" { de = "Datei des Schlüssels"; })
    (
      observed "expires" (types.text {
        min = 20;
        max = 20;
      }) "Expires (UTC)" { de = "Läuft ab (UTC)"; }
      // {
        example = "2026-11-22T02:00:00Z";
      }
    )
    (observed "fingerprint" (types.text {
      min = 64;
      max = 64;
    }) "Fingerprint (SHA-256)" { de = "Fingerabdruck (SHA-256)"; })
  ];

  behaviour = import ./behaviour/tls-certificate.nix;
}
