/**
  A DNS name that leads to a host: A and AAAA records, or a CNAME, but never both: a server that gets a CNAME
  beside an address may answer "no error" and change nothing (BIND 9.18 does).

  The name is identity for each federated application: for good. Addresses may be observed ones, since records are
  published last. Outside the policy's domains, someone enters the records by hand, and we only look.
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
  inherit (types) boolean domain optional;
  inherit (values)
    between
    ipv4
    ipv6
    pointer
    several
    ;

  addresses =
    name: of: en: other:
    filled [ ] (option name (several 0 16 (late of)) en other);
  late =
    of:
    pointer {
      inherit of;
      late = true;
    };
  lifetime = between 30 604800;
in
resource {
  request =
    refined
      (types.group [
        (option "name" domain "Name" { de = "Name"; } // { immutable = true; })
        (addresses "ipv4" ipv4 "IPv4 addresses" { de = "IPv4-Adressen"; })
        (addresses "ipv6" ipv6 "IPv6 addresses" { de = "IPv6-Adressen"; })
        (filled null (
          option "alias" (optional (late domain)) "Alias of another name" {
            de = "Alias eines anderen Namens";
          }
        ))
        (filled false (
          option "wildcard" boolean "With all names below it" { de = "Mit allen Namen darunter"; }
        ))
        (filled null (
          option "ttlSeconds" (optional lifetime) "Lifetime in seconds" { de = "Gültigkeit in Sekunden"; }
        ))
      ])
      (
        path: request:
        let
          hasAddress = request.ipv4 != [ ] || request.ipv6 != [ ];
        in
        if hasAddress && request.alias != null then
          finding (path ++ [ "alias" ]) "alias-beside-address" request.alias
        else if !hasAddress && request.alias == null then
          finding (path ++ [ "ipv4" ]) "leads-nowhere" null
        else
          [ ]
      );

  policy = types.group [
    (filled [ ] (
      option "domains" (several 0 1000 domain) "Domains whose records we can change" {
        de = "Domains, deren Einträge wir ändern können";
      }
    ))
    (filled true (
      option "byHand" boolean "Other names are entered by hand" {
        de = "Andere Namen werden von Hand eingetragen";
      }
    ))
    (filled true (
      option "wildcard" boolean "May hold all names below one" {
        de = "Darf alle Namen unter einem enthalten";
      }
    ))
    (filled 3600 (
      option "ttlSeconds" lifetime "Lifetime in seconds" { de = "Gültigkeit in Sekunden"; }
    ))
  ];

  limits = [
    {
      request = "name";
      below = "domains";
      unless = "byHand";
    }
    (limit "wildcard" "granted" "wildcard")
  ];
  fills.ttlSeconds = "ttlSeconds";

  result = [
    (chosen "name" domain "Name" { de = "Name"; })
    (filled null (
      chosen "zone" (optional domain) "Zone that we change" { de = "Zone, die wir ändern"; }
    ))
    (observed "serial" (between 0 4294967295) "Serial of the zone" { de = "Seriennummer der Zone"; })
  ];

  reserves = "name";

  behaviour = import ./behaviour/dns-name.nix;
}
