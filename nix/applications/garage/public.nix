/**
  The host name of each bucket that everybody may read, by the bucket's name.
*/
{ buckets, webDomain, ... }:
builtins.listToAttrs (
  map (bucket: {
    inherit (bucket) name;
    value = "${bucket.name}.${webDomain}";
  }) (builtins.filter (bucket: bucket.public) buckets)
)
