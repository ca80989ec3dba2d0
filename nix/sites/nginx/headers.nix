/**
  Headers by path: a rule's path is exact, or a beginning that ends in `*`. They follow the path that was asked for, also
  where another file answers, such as the page for what is not found. Of two rules for one header the later counts; the
  first ones are what every site has.
    maps    a map of nginx for each header, which gives its value for the variable `path`, or none
    added   the directives that send them
    typeOf  path -> its content type, where a rule says one: nginx sends that by other means
*/
{
  prefix,
  name,
  https,
}:
rules:
let
  inherit (builtins)
    attrNames
    concatStringsSep
    elemAt
    filter
    genList
    groupBy
    hashString
    head
    length
    substring
    ;
  inherit (import ../../contract/names.nix) toLower;
  inherit (import ../affixes.nix) hasPrefix hasSuffix removeSuffix;
  inherit (import ./texts.nix prefix) beginning literal text;

  everywhere = name: value: {
    path = "/*";
    inherit name value;
  };
  all = [
    (everywhere "Cache-Control" "no-cache")
    (everywhere "X-Content-Type-Options" "nosniff")
  ]
  ++ (if https then [ (everywhere "Strict-Transport-Security" "max-age=31536000") ] else [ ])
  ++ rules;

  isType = rule: toLower rule.name == "content-type";
  byName = groupBy (rule: toLower rule.name) (filter (rule: !isType rule) all);
  variable = header: "\$${prefix}_${substring 0 16 (hashString "sha256" "${name} ${header}")}";

  begins = rule: hasSuffix "*" rule.path;
  pattern =
    rule: if begins rule then beginning (removeSuffix "*" rule.path) else "${beginning rule.path}$";
  # nginx takes the first of several expressions that match.
  line = rule: "${literal "~${pattern rule}"} ${text rule.value};";
  reversed = list: genList (i: elemAt list (length list - 1 - i)) (length list);
  mapOf = header: ''
    map ''$${prefix}_path ${variable header} {
      default "";
      ${concatStringsSep "\n  " (map line (reversed byName.${header}))}
    }
  '';

  holds =
    path: rule: if begins rule then hasPrefix (removeSuffix "*" rule.path) path else path == rule.path;
in
{
  maps = concatStringsSep "" (map mapOf (attrNames byName));
  added = concatStringsSep "\n" (
    map (header: "add_header ${literal (head byName.${header}).name} ${variable header} always;") (
      attrNames byName
    )
  );
  typeOf =
    path:
    let
      found = filter (rule: isType rule && holds path rule) rules;
    in
    if found == [ ] then null else (elemAt found (length found - 1)).value;
}
