/**
  What a hosting provider would decide.
*/
{
  settings = {
    relay.server = "mail.example.org";
    stateVersion = "26.05";
  };
  policies = {
    static-site.base = "example.org";
    tls-certificate = {
      termsAccepted = true;
      contact = "post@example.org";
    };
  };
}
