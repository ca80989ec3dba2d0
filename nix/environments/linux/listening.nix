/**
  By what sites are reached: `{ scheme, port, suffix, certificate }`, where `suffix` is what an address has after the name.
*/
{ certificate, port, ... }:
let
  usual = if certificate == null then 80 else 443;
in
{
  inherit certificate;
  scheme = if certificate == null then "http" else "https";
  port = if port == null then usual else port;
  suffix = if port == null || port == usual then "" else ":${toString port}";
}
