/**
  How people get what is in the private bucket: originals and archives of accounts.

  PeerTube checks who asks, and sends them to a signed address of the storage. Where the storage answers by http it is not
  for people: it stands on this host, or behind it. Then they are sent to a path of PeerTube's own domain, from which
  nginx fetches the file under the very name that was signed. Without a signature, the storage refuses.
*/
{ lib, domain }:
private:
let
  # Scheme, name and port.
  parts = builtins.match "(https?)://([^:]+)(:[0-9]+)?" private.endpoint;
  scheme = builtins.elemAt parts 0;
  name = builtins.elemAt parts 1;
  port = toString (builtins.elemAt parts 2);
  signed = "${private.bucket}.${name}${port}";
  # All names below localhost are this host, which resolvers needn't know.
  reached = if lib.hasSuffix ".localhost" ".${name}" then "localhost${port}" else signed;
  isInside = private != null && scheme == "http";
in
{
  baseUrl = if isInside then "https://${domain}/private-files" else "";

  locations = lib.mkIf isInside {
    "^~ /private-files/" = {
      proxyPass = "http://${reached}/";
      recommendedProxySettings = false;
      extraConfig = ''
        limit_except GET HEAD { deny all; }
        proxy_set_header Host ${signed};
        # A signature in the address is the only one that counts.
        proxy_set_header Authorization "";
        proxy_set_header Cookie "";
        proxy_http_version 1.1;
        proxy_max_temp_file_size 0;
      '';
    };
  };
}
