/**
  What a policy says of a request, as data, so that the check and the words for people have one source:
    { request, atMost }   the number is not above the policy's
    { request, among }    the value, or each element of the list, is in the policy's list
    { request, below }    the domain, or each domain of the list, is one of the policy's domains or below one
    { request, from }     the e-mail address is of one of the policy's domains
    { request, granted }  what is asked for (true, a value, a filled list) needs the policy's yes
  Each names one option of the request and one of the policy. A null on either side sets no limit, and
  `unless` names a policy whose yes lifts it.
*/
let
  inherit (builtins)
    any
    concatLists
    concatMap
    elem
    elemAt
    genList
    isList
    length
    stringLength
    substring
    ;
  inherit (import ../contract/finding.nix) finding;
  inherit (import ../contract/names.nix) toLower;

  endsWith =
    end: text:
    stringLength text > stringLength end
    && substring (stringLength text - stringLength end) (-1) text == end;
  isBelow = domains: name: any (domain: name == domain || endsWith ".${domain}" name) domains;
  isAsked = value: value != false && value != null && value != [ ];

  # A list is judged element by element, so that the finding names the one.
  every =
    judge: path: value:
    if isList value then
      concatLists (genList (i: judge (path ++ [ i ]) (elemAt value i)) (length value))
    else
      judge path value;
  unless =
    holds: code: path: value:
    if holds value then [ ] else finding path code value;

  judged =
    path: request: policy: limit:
    let
      value = request.${limit.request};
      at = path ++ [ limit.request ];
      allowed = name: policy.${limit.${name}};
    in
    if value == null || (limit ? unless && policy.${limit.unless}) then
      [ ]
    else if limit ? atMost then
      unless (value: allowed "atMost" == null || value <= allowed "atMost") "beyond-policy" at value
    else if limit ? among then
      every (unless (value: elem value (allowed "among")) "not-offered") at value
    else if limit ? below then
      every (unless (isBelow (allowed "below")) "not-below") at value
    else if limit ? from then
      unless (
        value:
        allowed "from" == null || any (domain: endsWith "@${domain}" (toLower value)) (allowed "from")
      ) "not-below" at value
    else
      unless (value: !isAsked value || allowed "granted") "not-granted" at value;
in
limits: path:
{ request, policy }:
concatMap (judged path request policy) limits
