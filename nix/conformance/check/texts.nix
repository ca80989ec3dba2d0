/**
  Whether every label and every help is there in every language: of the module, its sections, options and choices;
  whether examples are texts, options inside of groups have attributes that the contract knows, and README.md names
  every option of a section.
*/
{
  directory,
  said,
  types,
  ...
}:
let
  inherit (builtins)
    attrNames
    concatLists
    concatMap
    elem
    elemAt
    filter
    genList
    length
    match
    readFile
    ;
  inherit (import ../../contract/finding.nix) finding;
  inherit (import ./origin.nix directory) at within;
  told = import ./told.nix;
  words = import ../../contract/words.nix { inherit types; };

  each =
    path: visit: values:
    concatLists (genList (i: visit (path ++ [ i ]) (elemAt values i)) (length values));
  needed =
    path: attribute: value:
    if value ? ${attribute} then
      told { at = at attribute value; } (
        words.check (path ++ [ attribute ]) (
          within (path ++ [ attribute ]) (at attribute value) value.${attribute}
        )
      )
    else
      finding (path ++ [ attribute ]) "missing" null;
  # A label may say it all.
  wanted =
    path: attribute: value:
    if value ? ${attribute} then needed path attribute value else [ ];

  ofOption = [
    "label"
    "help"
    "example"
    "default"
    "immutable"
    "title"
    "visibleWhen"
    "defaultFrom"
  ];
  # What types say of their values in a form.
  ofForm = [
    "below"
    "choices"
    "kind"
    "lines"
    "max"
    "min"
    "of"
    "options"
    "order"
    "relations"
    "step"
  ];
  unknown =
    path: option:
    concatMap (
      attribute:
      told {
        among = ofOption;
        at = at attribute option;
      } (finding (path ++ [ attribute ]) "unknown" option.${attribute})
    ) (filter (attribute: !(elem attribute (ofOption ++ ofForm))) (attrNames option));

  inForm =
    path: form:
    if form.kind == "choice" then
      concatMap (choice: needed (path ++ [ choice.value ]) "label" choice) form.choices
    else if form.kind == "group" then
      concatMap (
        name:
        unknown (path ++ [ name ]) form.options.${name} ++ inOption (path ++ [ name ]) form.options.${name}
      ) form.order
    else if form ? of then
      inForm path form.of
    else
      [ ];
  # Shown as it stands, whatever the type is.
  example =
    path: option:
    if option ? example && !(builtins.isString option.example) then
      told { at = at "example" option; } (finding (path ++ [ "example" ]) "not-text" option.example)
    else
      [ ];
  # What it lacks is missing where it begins.
  inOption =
    path: option:
    map (found: { at = at "name" option; } // found) (
      needed path "label" option ++ wanted path "help" option ++ example path option ++ inForm path option
    );
  ofType =
    option:
    within [ "options" option.name "type" ] (at "type" option) (
      let
        inherit (option.type) form;
      in
      builtins.seq form.kind form
    );

  inSection =
    path: section:
    needed path "label" section
    ++ needed path "help" section
    ++ concatMap (option: inOption [ "options" option.name ] (ofType option // option)) section.options;

  readme = readFile (directory + "/README.md");
  isNamed =
    option: match ".*`${option.name}`.*" (builtins.replaceStrings [ "\n" ] [ " " ] readme) != null;
  inReadme = concatMap (
    option:
    if isNamed option then
      [ ]
    else
      finding [
        "options"
        option.name
      ] "not-in-readme" null
  ) (concatMap (section: section.options) said.sections);
in
{
  findings =
    needed [ ] "label" said
    ++ needed [ ] "summary" said
    ++ each [ "sections" ] inSection said.sections
    ++ inReadme;
}
