/**
  Whether every label and every help is there in every language: of the module, its sections, options and choices; and
  whether examples are texts.
*/
{ said, types, ... }:
let
  inherit (builtins)
    concatLists
    concatMap
    elemAt
    genList
    length
    ;
  inherit (import ../../contract/finding.nix) finding;
  words = import ../../contract/words.nix { inherit types; };

  each =
    path: visit: values:
    concatLists (genList (i: visit (path ++ [ i ]) (elemAt values i)) (length values));
  needed =
    path: attribute: value:
    if value ? ${attribute} then
      words.check (path ++ [ attribute ]) value.${attribute}
    else
      finding (path ++ [ attribute ]) "missing" null;
  # A label may say it all.
  wanted =
    path: attribute: value:
    if value ? ${attribute} then needed path attribute value else [ ];

  inForm =
    path: form:
    if form.kind == "choice" then
      concatMap (choice: needed (path ++ [ choice.value ]) "label" choice) form.choices
    else if form.kind == "group" then
      concatMap (name: inOption (path ++ [ name ]) form.options.${name}) form.order
    else if form ? of then
      inForm path form.of
    else
      [ ];
  # Shown as it stands, whatever the type is.
  example =
    path: option:
    if option ? example && !(builtins.isString option.example) then
      finding (path ++ [ "example" ]) "not-text" option.example
    else
      [ ];
  inOption =
    path: option:
    needed path "label" option
    ++ wanted path "help" option
    ++ example path option
    ++ inForm path option;

  inSection =
    path: section:
    needed path "label" section
    ++ needed path "help" section
    ++ concatMap (
      option: inOption [ "options" option.name ] (option // option.type.form)
    ) section.options;
in
{
  findings =
    needed [ ] "label" said ++ needed [ ] "summary" said ++ each [ "sections" ] inSection said.sections;
}
