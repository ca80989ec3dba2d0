/**
  Every bound and default of every type, and every step that is tried with its sample, as they stand in
  golden.json: a change of any of them is meant, or found here.
*/
let
  inherit (builtins)
    attrNames
    concatStringsSep
    fromJSON
    mapAttrs
    readFile
    toJSON
    ;
  inherit (import ./judged.nix) resources;
  samples = import ./samples.nix;
  golden = fromJSON (readFile ./golden.json);

  # A form in one line: "list 0..50 of identifier = []".
  told =
    form:
    let
      bounds = if form ? max then " ${toString (form.min or 0)}..${toString form.max}" else "";
      choices =
        if form ? choices then " ${concatStringsSep "|" (map (choice: choice.value) form.choices)}" else "";
      of = if form ? of then " of ${told (removeAttrs form.of [ "default" ])}" else "";
      late = if form.late or false then " late" else "";
      inner = if form ? options then " ${toJSON (tell form)}" else "";
      default = if form ? default then " = ${toJSON form.default}" else "";
    in
    "${form.kind}${late}${bounds}${choices}${of}${inner}${default}";
  tell = form: mapAttrs (_: told) form.options;

  bounds = type: {
    request = tell type.request.form;
    policy = tell type.policy.form;
    result = tell type.result.form;
    observed = tell type.observed.form;
  };
  steps =
    type: sample:
    type.behaviour {
      request = type.request.complete sample.request;
      result = type.whole {
        result = type.result.complete sample.result;
        observed = type.observed.complete sample.observed;
      };
    };
in
builtins.concatMap (name: [
  {
    name = "${name}: bounds and defaults are as written down";
    expr = bounds resources.${name};
    expected = golden.${name}.bounds;
  }
  {
    name = "${name}: what is tried of its sample is as written down";
    expr = steps resources.${name} samples.${name};
    expected = golden.${name}.steps;
  }
]) (attrNames resources)
++ [
  {
    name = "what secrets are made of is as written down";
    expr = import ../../resources/generators.nix;
    expected = golden.generators;
  }
]
