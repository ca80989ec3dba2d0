/**
  What hosts can't meet, and why.
*/
let
  evaluate = import ./evaluate.nix;
  unmet =
    arguments:
    map (entry: "${entry.application}.${entry.requirement}: ${entry.reason.en}")
      (evaluate arguments).requirements.unmet;
  notes.notes.domain = "notes.example.org";
  photos.photos.domain = "photos.example.org";
  accepted = {
    termsAccepted = true;
    contact = "post@hosting.example";
  };
  reasons =
    arguments: map (entry: builtins.attrNames entry.reason) (evaluate arguments).requirements.unmet;
in
[
  {
    name = "a reason is given in English and German";
    expr = reasons {
      applications = notes;
      settings.relay = null;
    };
    expected = [
      [
        "de"
        "en"
      ]
    ];
  }
  {
    name = "all is met";
    expr = unmet { };
    expected = [ ];
  }
  {
    name = "without a nixpkgs, no host can be made";
    expr =
      let
        inherit
          (evaluate {
            nixpkgs = null;
            applications = notes;
          })
          configuration
          ;
      in
      [
        configuration.findings
        configuration.drvPath
      ];
    expected = [
      [
        {
          path = [ "environment" ];
          code = "no-nixpkgs";
          got = null;
        }
      ]
      null
    ];
  }
  {
    name = "without a relay, mail is not met";
    expr = unmet {
      applications = notes;
      settings.relay = null;
    };
    expected = [ "notes.mail: The hosting provider has set up no mail relay for this environment." ];
  }
  {
    name = "an issuer's terms must be accepted";
    expr = unmet {
      applications = photos;
      policies.tls-certificate = { };
    };
    expected = [
      "photos.certificate: The hosting provider has not accepted the terms of an issuer of certificates."
    ];
  }
  {
    name = "an issuer warns somebody";
    expr = unmet {
      applications = photos;
      policies.tls-certificate.termsAccepted = true;
    };
    expected = [
      "photos.certificate: The hosting provider has not said whom the issuer of certificates warns."
    ];
  }
  {
    name = "names are proven in DNS only where that is said";
    expr = unmet {
      applications = photos;
      policies.tls-certificate = accepted // {
        proof = "dns-01";
      };
    };
    expected = [
      "photos.certificate: Names are to be proven in DNS, and the hosting provider has not said where."
    ];
  }
  {
    name = "storage apart needs a name";
    expr = unmet {
      applications = notes;
      layout = "one-each";
    };
    expected = [
      "notes.drafts: Storage stands on a host of its own, and the hosting provider has given it no name."
      "notes.media: Storage stands on a host of its own, and the hosting provider has given it no name."
    ];
  }
  {
    name = "a site below the provider's domain needs a certificate, one below localhost doesn't";
    expr = map unmet [
      {
        applications.homepage = import ./town.nix;
        policies.static-site.base = "sites.example";
        policies.tls-certificate = { };
      }
      {
        applications.homepage = import ./town.nix;
        policies.tls-certificate = { };
      }
    ];
    expected = [
      [ "homepage.site: The hosting provider has not accepted the terms of an issuer of certificates." ]
      [ ]
    ];
  }
]
