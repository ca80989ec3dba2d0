/**
  How object storage is run: what is kept, how one sees that it works, and how its key reaches whoever administers it.
*/
let
  said = name: en: de: {
    inherit name;
    label = { inherit en de; };
  };
in
{
  address = { options, ... }: "https://${options.domain}";

  state = _: [
    {
      kind = "secrets";
      of = [ "key" ];
    }
    # Index and objects belong together: whoever copies them stops Garage first. It runs as a user of the moment, so that
    # they are where systemd keeps those, and belong to whom it starts next.
    {
      kind = "directory";
      path = "/var/lib/private/garage";
    }
  ];

  checks =
    { options, ... }:
    [
      (
        said "endpoint" "The storage answers, and asks for a key"
          "Der Speicher antwortet und verlangt einen Schlüssel"
        // {
          url = "https://${options.domain}/";
          status = 403;
          contains = "AccessDenied";
        }
      )
      (
        said "buckets" "Buckets and the key are set up" "Buckets und Schlüssel sind eingerichtet"
        // {
          unit = "fediversity-garage.service";
        }
      )
    ];

  # The key is there when its buckets are; what is shown is its secret.
  administrator =
    { options, ... }:
    {
      user = "root";
      command = [
        "/run/current-system/sw/bin/garage"
        "key"
        "info"
        (import ./key.nix options)
      ];
      password = "key";
    };

  move = _: {
    stop = [ "garage.service" ];
    start = [
      "garage.service"
      "fediversity-garage.service"
    ];
  };

  upgrade = {
    reversible = false;
    notes = {
      en = "Garage changes its index when it is upgraded, and an older one can't read it.";
      de = "Garage ändert beim Upgrade seinen Index, den eine ältere Version nicht lesen kann.";
    };
  };
}
