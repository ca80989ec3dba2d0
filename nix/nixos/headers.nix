/**
  Headers by path: a rule's path is exact, or a beginning that ends in `*`. They follow the path that was asked for, also
  where another file answers, such as the page for what is not found. Of two rules for one header the later counts; the
  first ones are what every site has.
    maps    a map of nginx for each header, which gives its value for `$fediversity_path`, or none
    added   the directives that send them
    typeOf  path -> its content type, where a rule says one: nginx sends that by other means
*/
{
  lib,
  name,
  https,
}:
rules:
let
  inherit (builtins)
    attrNames
    filter
    groupBy
    hashString
    head
    substring
    ;
  inherit (import ./nginx.nix) beginning literal text;

  everywhere = name: value: {
    path = "/*";
    inherit name value;
  };
  all = [
    (everywhere "Cache-Control" "no-cache")
    (everywhere "X-Content-Type-Options" "nosniff")
  ]
  ++ lib.optional https (everywhere "Strict-Transport-Security" "max-age=31536000")
  ++ rules;

  isType = rule: lib.toLower rule.name == "content-type";
  byName = groupBy (rule: lib.toLower rule.name) (filter (rule: !isType rule) all);
  variable = header: "$fediversity_${substring 0 16 (hashString "sha256" "${name} ${header}")}";

  begins = rule: lib.hasSuffix "*" rule.path;
  pattern =
    rule: if begins rule then beginning (lib.removeSuffix "*" rule.path) else "${beginning rule.path}$";
  # nginx takes the first of several expressions that match.
  line = rule: "${literal "~${pattern rule}"} ${text rule.value};";
  mapOf = header: ''
    map $fediversity_path ${variable header} {
      default "";
      ${lib.concatMapStringsSep "\n  " line (lib.reverseList byName.${header})}
    }
  '';

  holds =
    path: rule:
    if begins rule then lib.hasPrefix (lib.removeSuffix "*" rule.path) path else path == rule.path;
in
{
  maps = lib.concatMapStringsSep "" mapOf (attrNames byName);
  added = lib.concatMapStringsSep "\n" (
    header: "add_header ${literal (head byName.${header}).name} ${variable header} always;"
  ) (attrNames byName);
  typeOf =
    path:
    let
      found = filter (rule: isType rule && holds path rule) rules;
    in
    if found == [ ] then null else (lib.last found).value;
}
