/**
  What object storage needs. Names below the domain of public files are known, so that their certificate needs no wildcard;
  only buckets as host names do.
*/
{ types }:
options:
let
  inherit (types.parts) machine;
  public = builtins.attrValues (import ./public.nix options);
  leads = name: wildcard: machine.leading name // { inherit wildcard; };
  secret = name: lasting: {
    secret-file = {
      inherit name lasting;
      generator = "hex-64";
    };
  };
in
{
  host.host = machine.host "storage" options;
  name.dns-name = leads options.domain options.bucketHosts;
  webName.dns-name = if public == [ ] then null else leads options.webDomain true;
  certificate.tls-certificate = {
    names = [ options.domain ];
    wildcard = options.bucketHosts;
  };
  webCertificate.tls-certificate = if public == [ ] then null else { names = public; };

  # Garage never takes another secret for a key that it knows.
  key = secret "key" true;
  rpc = secret "rpc" false;
  admin = secret "admin" false;
}
