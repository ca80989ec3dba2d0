/**
  What holds for every resource type.
*/
let
  inherit (builtins)
    all
    any
    attrNames
    attrValues
    concatLists
    concatMap
    elem
    filter
    length
    ;
  inherit (import ./judged.nix) resources;
  inherit (import ../../resources/behaviour) isStep;
  samples = import ./samples.nix;

  kinds = attrNames (import ../../contract).types;
  kindsOf =
    form:
    [ form.kind ]
    ++ (if form ? of then kindsOf form.of else [ ])
    ++ (if form ? options then concatMap kindsOf (attrValues form.options) else [ ]);
  optionsOf =
    form:
    if form ? options then
      attrValues form.options ++ concatMap optionsOf (attrValues form.options)
    else if form ? of then
      optionsOf form.of
    else
      [ ];

  # The names of the types for which a claim doesn't hold.
  except = holds: filter (name: !(holds resources.${name} samples.${name})) (attrNames resources);
  stepsOf =
    type: sample:
    type.behaviour {
      request = type.request.complete sample.request;
      result = type.whole {
        result = type.result.complete sample.result;
        observed = type.observed.complete sample.observed;
      };
    };
  distinct = values: attrNames (builtins.groupBy (value: value) values);
  labelled = form: all (option: option.label.en != "" && option.label.de != "") (optionsOf form);
in
[
  {
    name = "these are the resource types";
    expr = attrNames resources;
    expected = [
      "dns-name"
      "host"
      "login-shell"
      "mail-relay"
      "mariadb"
      "postgresql"
      "redis"
      "s3-bucket"
      "secret-file"
      "static-site"
      "tls-certificate"
    ];
  }
  {
    name = "every type's sample request, result and observed result pass";
    expr = except (
      type: sample:
      concatLists [
        (type.request.check [ ] sample.request)
        (type.result.check [ ] sample.result)
        (type.observed.check [ ] sample.observed)
      ] == [ ]
    );
    expected = [ ];
  }
  {
    name = "every policy may be left out";
    expr = except (type: _: type.policy.check [ ] { } == [ ]);
    expected = [ ];
  }
  {
    name = "no type is declared wrongly, by the contract's own rules";
    expr = except (
      type: _:
      concatMap (part: part.faults [ ]) [
        type.request
        type.policy
        type.result
        type.observed
      ] == [ ]
    );
    expected = [ ];
  }
  {
    name = "policies stand in forms, so they keep to the contract's vocabulary";
    expr = except (type: _: all (kind: elem kind kinds) (kindsOf type.policy.form));
    expected = [ ];
  }
  {
    name = "every option and field has a name for people";
    expr = except (
      type: _:
      all labelled [
        type.request.form
        type.policy.form
        type.result.form
        type.observed.form
      ]
    );
    expected = [ ];
  }
  {
    name = "every field is chosen, observed, or either and then null until it is known";
    expr = except (
      type: _:
      all (
        field:
        {
          chosen = type.result.form.options ? ${field} && !(type.observed.form.options ? ${field});
          observed = type.observed.form.options ? ${field} && !(type.result.form.options ? ${field});
          either =
            type.result.form.options.${field}.default == null
            && type.observed.form.options.${field}.default == null;
        }
        .${type.known.${field}}
      ) (attrNames type.known)
    );
    expected = [ ];
  }
  {
    name = "every limit and every decision names options that there are";
    expr = except (
      type: _:
      let
        asked = type.request.form.options;
        decided = type.policy.form.options;
        isKnown =
          limit:
          asked ? ${limit.request}
          && all (name: decided ? ${name}) (attrValues (removeAttrs limit [ "request" ]));
      in
      all isKnown type.limits
    );
    expected = [ ];
  }
  {
    name = "every type has a behaviour test of known steps, each with a name of its own";
    expr = except (
      type: sample:
      let
        steps = stepsOf type sample;
      in
      length steps >= 2
      && all isStep steps
      && length (distinct (map (step: step.name) steps)) == length steps
      && any (step: step.try ? repeat) steps
    );
    expected = [ ];
  }
  {
    name = "what is no step: two actions or none, unknown words, nothing to be seen";
    expr = filter isStep [
      {
        try = { };
        see.exit = 0;
      }
      {
        try = {
          repeat = { };
          withdraw = { };
        };
        see.unchanged = true;
      }
      {
        try.shell = { };
        see.exit = 0;
      }
      {
        try.run.command = "id";
        see.exit = 0;
      }
      {
        try.run.arguments = [ "id" ];
        see = { };
      }
      {
        try.run.arguments = [ "id" ];
        see.status = 0;
      }
    ];
    expected = [ ];
  }
]
