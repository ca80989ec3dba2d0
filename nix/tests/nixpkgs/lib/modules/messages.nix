/**
  What is said when an evaluation fails: always the path, and the modules that set it.
*/
let
  inherit (builtins)
    concatStringsSep
    isAttrs
    isFunction
    match
    toJSON
    typeOf
    ;

  segment =
    name: if match "[a-zA-Z_][a-zA-Z0-9_'-]*|<.*>|[*]|[[].*" name != null then name else toJSON name;
  pathOf = path: concatStringsSep "." (map segment path);
  filesOf =
    definitions: concatStringsSep " and " (map (definition: "`${definition.file}'") definitions);

  # A value may be secret, so that only its kind is told.
  kindOf =
    value:
    if isAttrs value then
      if value.type or null == "derivation" then
        "a package"
      else if value ? _type then
        "an attribute set with _type = ${toJSON value._type}"
      else
        "an attribute set"
    else if isFunction value then
      "a function"
    else if value == null then
      "null"
    else
      "a value of type ${typeOf value}";
in
{
  inherit pathOf kindOf;

  unknown = path: file: "The option `${pathOf path}' does not exist. It is set in `${file}'.";
  wrongType =
    path: type: definition:
    "A definition for option `${pathOf path}' is not of type `${type.description}': it is ${kindOf definition.value}, set in `${definition.file}'.";
  conflict =
    path: definitions:
    "The option `${pathOf path}' has conflicting definition values, set in ${filesOf definitions}.";
  twice =
    path: definitions:
    "The option `${pathOf path}' is defined several times while it's expected to be unique, in ${filesOf definitions}.";
  readOnly =
    path: definitions:
    "The option `${pathOf path}' is read-only, but it's set in ${filesOf definitions}.";
  unset =
    path:
    "The option `${pathOf path}' was accessed but has no value defined, and no default is known. Try setting the option.";
  notOptions =
    path: file: "In `${file}', `${pathOf path}' is neither an option nor a set of options.";
  declaredTwice =
    path: files: "The option `${pathOf path}' is declared in ${concatStringsSep " and " files}.";
  notModule =
    file: value:
    "A module has to be a function, an attribute set or a path; in `${file}' it is ${kindOf value}.";
  strayNames =
    file: names:
    "Module `${file}' has unsupported attributes ${toJSON names}. This is caused by `config' or `options' beside them: move them into `config'.";
}
