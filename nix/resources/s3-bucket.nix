/**
  A bucket of S3 object storage, with a key of its own, or with that of another bucket of the application: `keyOf` is the
  requirement that has it (PeerTube knows one key for all of its buckets).

  A public one (`website`) is read through its `alias`, a host name that belongs to the operator, since media
  addresses stay in other servers' posts. Nothing lists it. We make the key and import it, so that it is chosen and
  moves along. Ask for `owner` only if the application changes ACL or CORS itself: Garage answers 403 without it,
  501 with it. PeerTube up to 7 needs `virtual-host` addressing. Source: Garage 2.5.0, as measured.
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
  inherit (types)
    boolean
    domain
    optional
    url
    ;
  inherit (values)
    between
    bucketName
    endpoint
    line
    oneOf
    path
    several
    ;
  mebibytes = optional (between 1 1073741824);
  number = optional (between 1 1000000000);
  rule = types.group (import ./cors.nix { inherit values option filled; });
  ways = oneOf [
    "path"
    "virtual-host"
  ];
  no = filled false;
  open = filled null;
in
resource {
  request =
    refined
      (types.group [
        (option "name" bucketName "Name" { de = "Name"; })
        (no (option "website" boolean "Everyone may read it" { de = "Alle dürfen es lesen"; }))
        (open (
          option "alias" (optional domain) "Host name of its files" { de = "Hostname seiner Dateien"; }
        ))
        (filled [ ] (
          option "cors" (several 0 10 rule) "Rules for scripts of other sites" {
            de = "Regeln für Skripte anderer Websites";
          }
        ))
        (open (option "quotaMiB" mebibytes "Quota in MiB" { de = "Speichergrenze in MiB"; }))
        (open (option "quotaObjects" number "Most objects" { de = "Höchstzahl der Objekte"; }))
        (no (
          option "owner" boolean "Key may change the bucket" { de = "Schlüssel darf das Bucket ändern"; }
        ))
        (open (
          option "keyOf" (optional (line 64)) "Bucket whose key it shares" {
            de = "Bucket, dessen Schlüssel es teilt";
          }
        ))
        (filled "path" (option "addressing" ways "Addressing" { de = "Adressierung"; }))
      ])
      (
        path: request:
        if request.website && request.alias == null then
          finding (path ++ [ "alias" ]) "missing" null
        else if !request.website && request.alias != null then
          finding (path ++ [ "alias" ]) "not-public" request.alias
        else
          [ ]
      );

  policy = types.group [
    (filled true (
      option "website" boolean "Buckets may be public" { de = "Buckets dürfen öffentlich sein"; }
    ))
    (no (option "owner" boolean "Keys may change buckets" { de = "Schlüssel dürfen Buckets ändern"; }))
    (filled [ "path" ] (option "addressing" (several 1 2 ways) "Addressing" { de = "Adressierung"; }))
    (open (
      option "quotaMiB" mebibytes "Largest quota in MiB" { de = "Höchste Speichergrenze in MiB"; }
    ))
    (open (option "quotaObjects" number "Most objects" { de = "Höchstzahl der Objekte"; }))
  ];

  limits = [
    (limit "website" "granted" "website")
    (limit "owner" "granted" "owner")
    (limit "addressing" "among" "addressing")
    (limit "quotaMiB" "atMost" "quotaMiB")
    (limit "quotaObjects" "atMost" "quotaObjects")
  ];
  # What is left open gets the most that there is.
  fills = {
    quotaMiB = "quotaMiB";
    quotaObjects = "quotaObjects";
  };

  result = [
    (chosen "bucket" bucketName "Bucket" { de = "Bucket"; })
    (chosen "endpoint" endpoint "Address of the storage" { de = "Adresse des Speichers"; })
    (chosen "region" types.label "Region" { de = "Region"; })
    (chosen "accessKeyId" (types.text {
      min = 8;
      max = 128;
    }) "Key id" { de = "Schlüsselkennung"; })
    (chosen "secretKeyFile" path "File of the secret key" { de = "Datei des geheimen Schlüssels"; })
    (open (
      chosen "publicAddress" (optional url) "Address of its files" { de = "Adresse seiner Dateien"; }
    ))
    (open (
      chosen "webHost" (optional domain) "Host that shows its files" {
        de = "Host, der seine Dateien zeigt";
      }
    ))
    (observed "id" (line 64) "Id in the storage" { de = "Kennung im Speicher"; })
  ];

  behaviour = import ./behaviour/s3-bucket.nix;
}
