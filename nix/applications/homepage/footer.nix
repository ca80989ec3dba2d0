/**
  Links to the legal pages that there are.
*/
{ options, words }:
let
  inherit (builtins) concatStringsSep filter;
  escape = import ./escape.nix;

  names = filter (name: options.${name} != null) [
    "legalNotice"
    "privacy"
    "rules"
  ];
  link = name: ''<li><a href="${escape options.${name}}" rel="noopener">${words.${name}}</a></li>'';
in
if names == [ ] then
  ""
else
  concatStringsSep "\n" (
    [
      "<footer>"
      "<ul>"
    ]
    ++ map link names
    ++ [
      "</ul>"
      "</footer>"
    ]
  )
