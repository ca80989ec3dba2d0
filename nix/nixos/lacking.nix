/**
  What hosts can't meet with these settings, policies and layout, and why: `[ { type, reason } ]`.
*/
{
  settings,
  policies,
  layout,
}:
let
  lack =
    types: when: en: de:
    if when then
      map (type: {
        inherit type;
        reason = { inherit en de; };
      }) types
    else
      [ ];
  certificates = policies.tls-certificate;
  certified = [
    "tls-certificate"
  ]
  ++ (if policies.static-site.base == null then [ ] else [ "static-site" ]);
in
lack [ "mail-relay" ] (settings.relay == null)
  "The hosting provider has set up no mail relay for this environment."
  "Der Hosting-Anbieter hat für diese Umgebung kein Mail-Relay eingerichtet."
++
  lack certified (!certificates.termsAccepted)
    "The hosting provider has not accepted the terms of an issuer of certificates."
    "Der Hosting-Anbieter hat die Bedingungen eines Ausstellers von Zertifikaten nicht angenommen."
++
  lack certified (certificates.termsAccepted && certificates.contact == null)
    "The hosting provider has not said whom the issuer of certificates warns."
    "Der Hosting-Anbieter hat nicht gesagt, wen der Aussteller von Zertifikaten warnt."
++
  lack certified (certificates.proof == "dns-01" && settings.proof == null)
    "Names are to be proven in DNS, and the hosting provider has not said where."
    "Namen sollen im DNS nachgewiesen werden, und der Hosting-Anbieter hat nicht gesagt, wo."
++
  lack [ "s3-bucket" ] (layout.storage == "apart" && settings.storage == null)
    "Storage stands on a host of its own, and the hosting provider has given it no name."
    "Der Speicher steht auf einem eigenen Host, und der Hosting-Anbieter hat ihm keinen Namen gegeben."
