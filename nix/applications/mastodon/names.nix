/**
  The names that one application has, from its completed options:
    web         where people go, and where posts and profiles have their addresses
    alternates  further domains that lead there, without those that have another meaning already
*/
options:
let
  own = [
    options.domain
    options.webDomain
    (options.mediaDomain or null)
  ];
in
{
  web = if options.webDomain == null then options.domain else options.webDomain;
  alternates = builtins.filter (domain: !(builtins.elem domain own)) options.alternateDomains;
}
