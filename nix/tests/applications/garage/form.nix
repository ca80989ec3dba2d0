/**
  The form of object storage, and what the catalogue says of it.
*/
let
  contract = import ../../../contract;
  inherit (contract.read (import ../../../applications/garage)) described;
in
[
  {
    name = "garage: its name and version in the catalogue";
    expr = {
      inherit (described) name version;
    };
    expected = {
      name = "garage";
      version = "1.0.0";
    };
  }
  {
    name = "garage: its form, with bounds and defaults";
    expr = import ../outline.nix described.options;
    expected = [
      "domain: domain immutable title"
      "webDomain: domain defaultFrom [\"web.\",{\"option\":[\"domain\"]}] immutable"
      "region: label default \"garage\" immutable"
      "buckets: list min 1 max 100"
      "buckets*: group"
      "buckets*.name: label"
      "buckets*.public: boolean default false"
      "buckets*.quota: optional default null"
      "buckets*.quota?: size min 1048576 max 1125899906842624 step 1048576"
      "bucketHosts: boolean default false"
      "cores: integer min 1 max 512 default 1"
      "memory: size min 1073741824 max 8796093022208 step 1048576 default 2147483648"
      "disk: size min 21474836480 max 1125899906842624 step 1048576 default 236223201280"
    ];
  }
]
