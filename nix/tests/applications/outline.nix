/**
  A form as lines, one for each option at any depth: form -> [ "path: kind, bounds, choices, default, and what else it is" ].
  Texts for people are left out. An entry of a list is `path*`, what may be null `path?`.
*/
let
  inherit (builtins)
    concatMap
    concatStringsSep
    filter
    toJSON
    ;
  bounds =
    option:
    map (name: "${name} ${toJSON option.${name}}") (
      filter (name: option ? ${name}) [
        "min"
        "max"
        "step"
        "lines"
        "default"
        "defaultFrom"
        "visibleWhen"
      ]
    );
  choices = option: map (choice: choice.value) (option.choices or [ ]);
  claims =
    option:
    filter (name: option.${name} or false) [
      "immutable"
      "title"
    ];
  line =
    path: option:
    "${path}: ${
      concatStringsSep " " ([ option.kind ] ++ bounds option ++ choices option ++ claims option)
    }";

  inside =
    path: option:
    if option.kind == "group" then
      concatMap (name: linesOf "${path}.${name}" option.options.${name}) option.order
    else if option.kind == "optional" then
      linesOf "${path}?" option.of
    else if option.kind == "list" then
      linesOf "${path}*" option.of
    else
      [ ];
  linesOf = path: option: [ (line path option) ] ++ inside path option;
in
form: concatMap (name: linesOf name form.options.${name}) form.order
