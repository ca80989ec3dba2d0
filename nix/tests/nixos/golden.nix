/**
  Whole deployments, as golden.json has them: all that is set on each host, results, secrets, sites, and the closure. What is only
  one value of many, such as a unit's order, is held by nothing else.
*/
let
  inherit (builtins)
    attrNames
    concatStringsSep
    fromJSON
    head
    isAttrs
    isFunction
    isList
    isString
    mapAttrs
    readFile
    split
    toJSON
    unsafeDiscardStringContext
    ;
  evaluate = import ./evaluate.nix;
  golden = fromJSON (readFile ./golden.json);

  proven = {
    termsAccepted = true;
    contact = "post@hosting.example";
    proof = "dns-01";
  };
  cases = {
    "two applications on one host" = { };
    "one host each and storage apart, on machines that are made" = {
      kind = "proxmox";
      layout = "one-each";
      policies.tls-certificate = proven // {
        wildcard = true;
      };
      settings = {
        storage.domain = "storage.hosting.example";
        relay = {
          server = "relay.hosting.example";
          port = 465;
          security = "tls";
          spfInclude = "spf.hosting.example";
        };
        proof = {
          server = "192.0.2.53:53";
          key = "town.hosting.example";
          secret.edition = 4;
        };
      };
    };
    "a home page below the hosting provider's domain" = {
      applications.homepage = import ./town.nix // {
        translations = [ { language = "de"; } ];
        accounts.host = "social.example.org";
      };
      policies = {
        static-site.base = "sites.hosting.example";
        tls-certificate = proven;
      };
      settings.proof = {
        server = "192.0.2.53:53";
        key = "town.hosting.example";
        algorithm = "hmac-sha512";
        secret.edition = 4;
      };
    };
    "a home page without certificates" = {
      applications.homepage = import ./town.nix;
      policies.tls-certificate.termsAccepted = false;
    };
  };

  # What is tested elsewhere is told by its name alone: programs, the pages of a site, and systems, of which all that is set
  # stands here. Of other files, the place in the store says what is in them.
  known = "/nix/store/[a-z0-9]{32}-(nixos-system-|provision.py|site)";
  named =
    text: concatStringsSep "" (map (part: if isList part then head part else part) (split known text));

  # Functions can't be compared, and packages are their places in the store.
  comparable =
    value:
    if isFunction value then
      null
    else if isList value then
      map comparable value
    else if isAttrs value && !(value ? outPath) then
      mapAttrs (_: comparable) value
    else if isAttrs value then
      comparable value.outPath
    else if isString value then
      named (unsafeDiscardStringContext value)
    else
      value;
  shown = value: fromJSON (toJSON (comparable value));

  seen =
    name:
    let
      inherit (evaluate cases.${name}) configuration;
      inherit (configuration) closure;
    in
    shown {
      inherit (configuration)
        findings
        hosts
        results
        secrets
        sites
        ;
      closure = closure.drvAttrs;
      set = mapAttrs (_: system: system.set) closure.systems;
    };
in
map (name: {
  name = "a deployment, whole: ${name}";
  expr = seen name;
  expected = golden.${name};
}) (attrNames cases)
++ [
  {
    name = "each golden deployment is a case";
    expr = attrNames golden;
    expected = attrNames cases;
  }
]
