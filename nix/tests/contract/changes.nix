/**
  What a module is told about changes that it lists wrongly.
*/
let
  inherit (import ./versioned.nix) changes module reason;

  told = changes: map (fault: { inherit (fault) path code got; }) (module changes).faults;
in
[
  {
    name = "changes that keep the contract are no faults";
    expr = told changes;
    expected = [ ];
  }
  {
    name = "old names that are still there, new ones that aren't, and wrong versions are faults";
    expr = told [
      {
        version = "1.2.0";
        removed = [
          {
            option = [ "threads" ];
            inherit reason;
          }
        ];
      }
      {
        version = "1.1.0";
        renamed = [
          {
            from = [ "a" ];
            to = [ "b" ];
          }
        ];
      }
      { version = "2.1.0"; }
    ];
    expected = [
      {
        path = [
          "changes"
          "1.2.0"
        ];
        code = "newer-version";
        got = "1.1.0";
      }
      {
        path = [
          "changes"
          "1.2.0"
        ];
        code = "still-there";
        got = "threads";
      }
      {
        path = [
          "changes"
          "1.1.0"
        ];
        code = "unreachable";
        got = "b";
      }
      {
        path = [
          "changes"
          "2.1.0"
        ];
        code = "newer-version";
        got = "2.0.0";
      }
    ];
  }
  {
    name = "two changes of one version are a fault";
    expr = map (fault: fault.code) (
      (module [
        { version = "1.1.0"; }
        { version = "1.1.0"; }
      ]).faults
    );
    expected = [ "newer-version" ];
  }
]
