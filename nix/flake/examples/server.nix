/**
  The server behind nginx, which has the certificate. What it deploys to is set in `settings.environments`.
*/
{
  services.fediversity = {
    enable = true;
    settings.server = {
      base_url = "https://panel.example.org";
      trusted_proxies = [ "127.0.0.1" ];
    };
  };

  services.nginx = {
    enable = true;
    recommendedProxySettings = true;
    recommendedTlsSettings = true;
    virtualHosts."panel.example.org" = {
      enableACME = true;
      forceSSL = true;
      locations."/" = {
        proxyPass = "http://127.0.0.1:8080";
        # Lines of a run arrive as they are written.
        extraConfig = "proxy_buffering off;";
      };
    };
  };
  security.acme = {
    acceptTerms = true;
    defaults.email = "post@example.org";
  };
  networking.firewall.allowedTCPPorts = [
    80
    443
  ];
}
