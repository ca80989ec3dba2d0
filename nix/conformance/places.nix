/**
  The places of some options at which something can be wrong: `form -> options -> [ { path, form, given, fallsBack } ]`,
  in the order of the form, those inside others after them. `given` has the value that stands there, if one does;
  `fallsBack` says that something else holds where nothing does. What doesn't apply is no place: nobody looks at it.
*/
let
  inherit (builtins)
    concatLists
    concatMap
    elemAt
    genList
    isAttrs
    length
    ;
  fromForm = import ./from-form.nix;

  inside =
    path: form: value:
    if form.kind == "optional" then
      if value == null then [ ] else inside path form.of value
    else if form.kind == "group" then
      inGroup path form value
    else if form.kind == "list" then
      concatLists (
        genList (
          i:
          let
            at = path ++ [ i ];
            entry = elemAt value i;
          in
          [
            {
              path = at;
              form = form.of;
              given = [ entry ];
              fallsBack = true;
            }
          ]
          ++ inside at form.of entry
        ) (length value)
      )
    else
      [ ];

  inGroup =
    path: form: value:
    let
      scope = import ../contract/types/scope.nix (map (
        name:
        form.options.${name}
        // {
          inherit name;
          type = fromForm form.options.${name};
        }
      ) form.order) path value;
      inOption =
        name:
        let
          option = form.options.${name};
          given = if value ? ${name} then [ value.${name} ] else [ ];
          at = path ++ [ name ];
        in
        if !scope.applies.${name} then
          [ ]
        else
          [
            {
              inherit given;
              path = at;
              form = option;
              fallsBack = option ? default || option ? defaultFrom;
            }
          ]
          ++ concatMap (inside at option) given;
    in
    concatMap inOption form.order;
in
form: value:
assert isAttrs value;
[
  {
    path = [ ];
    inherit form;
    given = [ value ];
    fallsBack = true;
  }
]
++ inGroup [ ] form value
