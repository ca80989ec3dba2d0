/**
  Where sites on a Linux machine answer, and what is said of a deployment there.
*/
let
  evaluate = import ./evaluate.nix;
  plain = evaluate { };
  site = settings: (evaluate settings).configuration.results.home.site;
  certificate = {
    certificate = "/etc/ssl/sites.pem";
    key = "/etc/ssl/sites.key";
  };
in
[
  {
    name = "linux: static sites are offered, and nothing has to be allocated";
    expr = {
      inherit (plain.environment) offers lacking findings;
      inherit (plain.requirements) pools unmet;
      reserve = map (entry: entry.name) plain.requirements.reserve;
      catalogue = map (environment: environment.kind) plain.catalogue.environments;
    };
    expected = {
      offers = [ "static-site" ];
      lacking = [ ];
      findings = [ ];
      pools = [ ];
      unmet = [ ];
      reserve = [ "town.sites.example.org" ];
      catalogue = [ "linux" ];
    };
  }
  {
    name = "linux: a deployment is on the one machine, whatever that is called";
    expr = {
      inherit (plain.configuration)
        findings
        hosts
        machines
        secrets
        sites
        ;
    };
    expected = {
      findings = [ ];
      hosts = { };
      machines.web = "web";
      secrets = [ ];
      sites."home.site".host = "town.sites.example.org";
    };
  }
  {
    name = "linux: an address is encrypted where there is a certificate, and names a port that is not the usual one";
    expr = map (settings: (site settings).address) [
      { }
      { port = 80; }
      { port = 8090; }
      { inherit certificate; }
      {
        inherit certificate;
        port = 443;
      }
      {
        inherit certificate;
        port = 8443;
      }
      {
        base = "localhost";
        port = 443;
      }
    ];
    expected = [
      "http://town.sites.example.org"
      "http://town.sites.example.org"
      "http://town.sites.example.org:8090"
      "https://town.sites.example.org"
      "https://town.sites.example.org"
      "https://town.sites.example.org:8443"
      "http://town.localhost:443"
    ];
  }
  {
    name = "linux: an outlook has the closure that a configuration has";
    expr = plain.outlook.closure == plain.configuration.closure.outPath;
    expected = true;
  }
]
