/**
  The places where the community meets. `rel="me"` tells applications that a profile is ours.
*/
{ links, words }:
let
  inherit (builtins)
    concatMap
    concatStringsSep
    elem
    elemAt
    split
    ;
  escape = import ./escape.nix;

  isProfile =
    kind:
    elem kind [
      "social"
      "video"
      "photos"
      "music"
    ];

  # What stands between "://" and the next of "/", "?" and "#".
  host = url: elemAt (split "[/?#]+" url) 2;

  # `bdi` keeps each text in its own direction, and all of them on the page's side.
  line =
    class: text:
    if text == "" then [ ] else [ ''<span class="${class}"><bdi>${escape text}</bdi></span>'' ];

  item =
    {
      label,
      url,
      description,
      kind,
    }:
    [ ''<li><a href="${escape url}" rel="${if isProfile kind then "me " else ""}noopener">'' ]
    ++ line "kind" (words.kinds.${kind} or "")
    ++ line "label" label
    ++ line "description" description
    ++ line "host" (host url)
    ++ [ "</a></li>" ];
in
if links == [ ] then
  ""
else
  concatStringsSep "\n" ([ ''<ul class="links">'' ] ++ concatMap item links ++ [ "</ul>" ])
