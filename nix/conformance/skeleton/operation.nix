/**
  How it is looked after: where people go, how one sees that it works, what has to be kept.
*/
let
  address = { options, ... }: "https://${options.domain}";
in
{
  inherit address;

  checks = given: [
    {
      name = "page";
      label = {
        en = "The page answers";
        de = "Die Seite antwortet";
      };
      url = address given;
      contains = "<pre>";
    }
  ];

  # All that it has is in its options. Databases, buckets, lasting secrets and directories would stand here.
  state = _: [ ];

  upgrade.reversible = true;
}
