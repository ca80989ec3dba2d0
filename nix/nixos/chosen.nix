/**
  The result that is chosen for a requirement on NixOS hosts. All of it follows from what is asked and from where it is
  placed, so the same question always has the same answer; only addresses of hosts are allocated.
*/
{
  deployment,
  settings,
  policies,
  application,
  requirement,
  # All that the application asks for, as it was granted.
  asked,
  type,
  request,
  host,
  hosts,
  allocated,
  # That the host gets, where machines exist already.
  machine ? null,
}:
let
  inherit (builtins)
    elemAt
    filter
    hashString
    head
    stringLength
    substring
    ;
  policy = policies.${type};
  # Names of secret files are labels: an underscore tells those apart that nobody asked for.
  secrets = (import ./paths.nix policies).of application;

  endsWith =
    end: text:
    stringLength text > stringLength end
    && substring (stringLength text - stringLength end) (-1) text == end;
  zones = filter (
    zone: request.name == zone || endsWith ".${zone}" request.name
  ) policies.dns-name.domains;
  longest = builtins.sort (a: b: stringLength a > stringLength b) zones;

  # Storage is beside the application, where the name that leads to the application shows its files too, or it has a name
  # of its own.
  storage =
    if settings.storage == null then
      {
        endpoint = "http://s3.localhost:3900";
        webHost = head (named ++ [ null ]);
      }
    else
      {
        endpoint = "https://${settings.storage.domain}";
        webHost = settings.storage.domain;
      };
  leads = { type, request }: type == "dns-name" && (request.ipv4 != [ ] || request.ipv6 != [ ]);
  named = map ({ request, ... }: request.name) (filter leads (builtins.attrValues asked));

  # The requirement whose key a bucket has.
  keyed = if request.keyOf == null then requirement else request.keyOf;

  # A pool's, or where its machine is reached.
  address =
    kind:
    (allocated host).${kind}
      or (if machine != null && addresses.${kind} machine.address then machine.address else null);
  addresses = {
    ipv4 = text: (import ../resources/values/ipv4.nix).check [ ] text == [ ];
    ipv6 = text: (import ../resources/values/ipv6.nix).check [ ] text == [ ];
  };

  choices = {
    host = {
      name = host;
      sshPort = if machine == null then 22 else machine.port;
      ipv4 = address "ipv4";
      ipv6 = address "ipv6";
    };
    dns-name = {
      inherit (request) name;
      zone = head (longest ++ [ null ]);
    };
    postgresql = {
      inherit (request) database user;
      inherit (policy) version;
      socket = "/run/postgresql";
    };
    mariadb = {
      inherit (request) database user;
      inherit (policy) version;
      socket = "/run/mysqld/mysqld.sock";
    };
    redis.socket = "/run/redis-${application}/redis.sock";
    mail-relay = {
      inherit (settings.relay)
        port
        security
        server
        spfInclude
        user
        ;
      inherit (request) from;
      passwordFile = if settings.relay.password == null then null else "${secrets}/relay_password";
    };
    tls-certificate = {
      certificateFile = "/var/lib/acme/${elemAt request.names 0}/fullchain.pem";
      keyFile = "/var/lib/acme/${elemAt request.names 0}/key.pem";
    };
    secret-file = {
      path = "${secrets}/${request.name}";
      publicPath =
        if (import ../resources/generators.nix).${request.generator}.pair then
          "${secrets}/${request.name}.pub"
        else
          null;
    };
    s3-bucket = {
      inherit (storage) endpoint;
      webHost = if request.website then storage.webHost else null;
      bucket = request.name;
      region = "garage";
      accessKeyId = "GK${
        substring 0 24 (hashString "sha256" "${deployment.id}/${application}/${keyed}")
      }";
      secretKeyFile = "${secrets}/${keyed}_key";
      publicAddress = if request.alias == null then null else "https://${request.alias}";
    };
    static-site =
      let
        name =
          if policy.base == null then "${request.name}.localhost" else "${request.name}.${policy.base}";
      in
      {
        host = name;
        address = if policy.base == null then "http://${name}" else "https://${name}";
      };
    login-shell.user = application;
  };
in
choices.${type}
