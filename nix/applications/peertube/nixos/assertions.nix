/**
  What results have to have in common, since PeerTube has one setting for all buckets. There are both or none.
*/
resources:
let
  inherit (resources) media private;
  alike = field: media == null || media.${field} == private.${field};
in
[
  {
    assertion = alike "endpoint" && alike "region";
    message = "PeerTube's buckets have to be in one storage: it knows a single endpoint and region.";
  }
  {
    assertion = alike "accessKeyId" && alike "secretKeyFile";
    message = "PeerTube's buckets have to be open to one key: it knows a single one.";
  }
]
