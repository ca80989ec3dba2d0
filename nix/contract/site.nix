/**
  What is wrong with the content that a module gives for a static site, `{ files, redirects, headers, notFound }`:
    files      name -> text; names are paths below the site, such as "en/index.html"
    redirects  [ { path, to, status, keepQuery } ], the status 301, 302, 303, 307 or 308
    headers    [ { path, name, value } ]; a path with a star at its end covers all below
    notFound   the name of a file, or null
*/
{ types }:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    elemAt
    filter
    genList
    isAttrs
    isString
    length
    split
    ;
  inherit (import ./finding.nix) finding;

  option = name: type: { inherit name type; };
  line = types.text {
    min = 1;
    max = 8000;
  };
  each =
    options:
    types.list {
      of = types.group options;
      max = 10000;
    };
  rules = types.group [
    (option "redirects" (each [
      (option "path" line)
      (option "to" line)
      (option "status" (
        types.integer {
          min = 300;
          max = 399;
        }
      ))
      (option "keepQuery" types.boolean)
    ]))
    (option "headers" (each [
      (option "path" line)
      (option "name" line)
      (option "value" line)
    ]))
    (option "notFound" (types.optional line))
  ];

  # "/a", "a//b", "a/../b" and "." lead elsewhere, or nowhere.
  isPath =
    name:
    !(builtins.any (
      part:
      elem part [
        ""
        "."
        ".."
      ]
    ) (filter isString (split "/" name)));
  inFiles =
    path: files:
    if !isAttrs files then
      finding path "not-a-group" files
    else
      concatMap (
        name:
        if !isPath name then
          finding (path ++ [ name ]) "unreachable" name
        else if !isString files.${name} then
          finding (path ++ [ name ]) "not-text" files.${name}
        else
          [ ]
      ) (attrNames files);
  statuses = [
    301
    302
    303
    307
    308
  ];
  inStatuses =
    path: redirects:
    concatMap (
      i:
      let
        inherit (elemAt redirects i) status;
      in
      if elem status statuses then
        [ ]
      else
        finding (
          path
          ++ [
            "redirects"
            i
            "status"
          ]
        ) "not-a-choice" status
    ) (genList (i: i) (length redirects));

  inRules =
    path: content:
    let
      wrong = rules.check path content;
    in
    if wrong != [ ] then wrong else inStatuses path content.redirects;
in
path: content:
if !isAttrs content then
  finding path "not-a-group" content
else
  inRules path (removeAttrs content [ "files" ])
  ++ (
    if content ? files then
      inFiles (path ++ [ "files" ]) content.files
    else
      finding (path ++ [ "files" ]) "missing" null
  )
