let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    fromJSON
    mapAttrs
    readFile
    ;
  inherit (import ./made.nix) application make;
  differences = import ./differences.nix;
  cases = import ./cases.nix;
  golden = fromJSON (readFile ./golden.json);

  parts = made: {
    inherit (made)
      configuration
      operation
      requirements
      typed
      ;
  };
  plain = make { };
  changes = differences (parts plain);
  made = mapAttrs (_: make) cases;

  # Packages as their places in the store, as JSON has them.
  shown = value: fromJSON (builtins.unsafeDiscardStringContext (builtins.toJSON value));

  tried = concatMap (name: attrNames (cases.${name}.options or { })) (attrNames cases);
in
[
  {
    name = "mastodon: what is made of nothing but a domain, a title and an administrator";
    expr = shown (differences { } (parts plain));
    expected = golden."with defaults";
  }
  {
    name = "mastodon: each option is changed by a case, and each case stands in the golden file";
    expr = [
      (filter (name: !(elem name tried)) application.options.form.order)
      (attrNames golden)
    ];
    expected = [
      [ ]
      (builtins.sort builtins.lessThan (attrNames cases ++ [ "with defaults" ]))
    ];
  }
  {
    name = "mastodon: no case is without effect";
    expr = filter (name: golden.${name} == { }) (attrNames golden);
    expected = [ ];
  }
  {
    name = "mastodon: nothing is wrong with any case, every path that it sets exists, and no assertion fails";
    expr = mapAttrs (_: made: made.findings ++ made.unknown ++ made.keys ++ made.failed) made;
    expected = mapAttrs (_: _: [ ]) cases;
  }
]
++ map (name: {
  name = "mastodon: ${name}";
  expr = shown (changes (parts made.${name}));
  expected = golden.${name};
}) (attrNames cases)
