/**
  Types of values that only requests and results hold. They are made by application modules and by
  the allocation, never typed into a form; policies, which are, keep to the contract's vocabulary.
*/
{ types }:
{
  bucketName = import ./bucket-name.nix;
  endpoint = import ./endpoint.nix;
  identifier = import ./identifier.nix;
  ipv4 = import ./ipv4.nix;
  ipv6 = import ./ipv6.nix;
  path = import ./path.nix;
  pointer = import ./pointer.nix { inherit types; };
  serverName = import ./server-name.nix;

  inherit (types) port;

  # One to `max` characters on one line; and a list of `min` to `max` values.
  line =
    max:
    types.text {
      min = 1;
      inherit max;
    };
  several =
    min: max: of:
    types.list { inherit min max of; };

  # A choice whose values are words that every language has.
  oneOf =
    values:
    types.choice (
      map (value: {
        inherit value;
        label = {
          en = value;
          de = value;
        };
      }) values
    );

  between = min: max: types.integer { inherit min max; };
}
