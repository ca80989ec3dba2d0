/**
  A finding whose path names options by name where an operator's value stands: `options -> finding -> finding`, so that
  `virtualHosts.social.example.org` is `virtualHosts.<domain>`. Values of few characters are left: they may stand anywhere.
*/
options:
let
  inherit (builtins)
    attrNames
    concatLists
    concatMap
    concatStringsSep
    elemAt
    genList
    isAttrs
    isList
    isString
    length
    replaceStrings
    sort
    stringLength
    ;
  textsIn =
    path: value:
    if isAttrs value then
      concatMap (name: textsIn (path ++ [ name ]) value.${name}) (attrNames value)
    else if isList value then
      concatLists (genList (i: textsIn path (elemAt value i)) (length value))
    else if isString value && stringLength value > 3 then
      [
        {
          inherit value;
          name = "<${concatStringsSep "." path}>";
        }
      ]
    else
      [ ];
  # Longer ones first: another may be a part of them.
  texts = sort (a: b: stringLength a.value > stringLength b.value) (textsIn [ ] options);
  replaced = replaceStrings (map (text: text.value) texts) (map (text: text.name) texts);
in
finding:
finding // { path = map (step: if isString step then replaced step else step) finding.path; }
