/**
  What no type can say of buckets: names of three characters at least, each once, and short enough to stand before the
  domain of public files. Source: the naming rules of S3; RFC 1035 for the 253 bytes of a name.
*/
options:
let
  inherit (builtins)
    concatLists
    elemAt
    genList
    length
    listToAttrs
    map
    stringLength
    ;
  bucket = elemAt options.buckets;
  indices = genList (i: i) (length options.buckets);

  # `listToAttrs` keeps the first of equal names.
  firsts = listToAttrs (
    map (i: {
      inherit (bucket i) name;
      value = i;
    }) indices
  );
  refused = i: code: [
    {
      path = [
        "buckets"
        i
        "name"
      ];
      inherit code;
    }
  ];
  webName = i: "${(bucket i).name}.${options.webDomain}";

  judged =
    i:
    if stringLength (bucket i).name < 3 then
      refused i "too-short"
    else if firsts.${(bucket i).name} != i then
      refused i "duplicate"
    else if (bucket i).public && stringLength (webName i) > 253 then
      refused i "too-long"
    else
      [ ];
in
concatLists (map judged indices)
