/**
  Under which host each site answers, by its name: what an environment says of the `sites` in its closure.
*/
sites:
builtins.listToAttrs (
  map (
    { name, value }:
    {
      inherit name;
      value = { inherit (value.result) host; };
    }
  ) sites
)
