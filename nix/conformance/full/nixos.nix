/**
  Forgejo on a NixOS host. Database, certificate, nginx with its ports and the files of secrets are there already; what
  Forgejo's own NixOS module would set up of these is switched off.
*/
{ options, resources }:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (resources) database mail;
  directory = "/var/lib/forgejo";
  protocols = {
    none = "smtp";
    starttls = "smtp+starttls";
    tls = "smtps";
  };

  # Several steps are a program of their own, and what operators typed comes as its arguments.
  administrator = pkgs.writeShellApplication {
    name = "noticeboard-administrator";
    runtimeInputs = [
      config.services.forgejo.package
      pkgs.gnused
    ];
    text = ''
      forgejo --work-path ${directory} --config ${directory}/custom/conf/app.ini admin user create --admin \
        --username "$1" --email "$2" --random-password 2>&1 | sed "s/^generated random password is '\(.*\)'$/Password: \1/"
    '';
  };
in
{
  services.forgejo = {
    enable = true;
    database = {
      type = "postgres";
      createDatabase = false;
      inherit (database) passwordFile port user;
      name = database.database;
      # Either a socket, where the user tells who asks, or a server with a password.
      inherit (database) socket;
      host = database.server;
    };
    secrets = {
      security.SECRET_KEY = lib.mkForce resources.secretKey.path;
      mailer = lib.mkIf (mail != null && mail.passwordFile != null) { PASSWD = mail.passwordFile; };
    };
    settings = {
      server = {
        DOMAIN = options.domain;
        ROOT_URL = "https://${options.domain}/";
        # Ports of a host are shared with other applications, sockets are not.
        PROTOCOL = "http+unix";
        DISABLE_SSH = true;
      };
      service.DISABLE_REGISTRATION = !options.registration;
      session.COOKIE_SECURE = true;
      mailer = lib.mkIf (mail != null) {
        ENABLED = true;
        PROTOCOL = protocols.${mail.security};
        SMTP_ADDR = mail.server;
        SMTP_PORT = mail.port;
        FROM = mail.from;
        USER = if mail.user == null then "" else mail.user;
      };
    };
  };

  environment.systemPackages = [ administrator ];

  services.nginx.virtualHosts.${resources.name.name} = {
    useACMEHost = resources.name.name;
    forceSSL = true;
    locations."/".proxyPass = "http://unix:/run/forgejo/forgejo.sock";
  };
}
