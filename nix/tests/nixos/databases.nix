/**
  Databases and queues on hosts.
*/
let
  set = import ./set.nix;
  both = set { } "town";
  notes = set { applications.notes.domain = "notes.example.org"; } "town";
  photos = set { applications.photos.domain = "photos.example.org"; } "town";
  older = set { policies.postgresql.version = 16; } "town";
  unit = both "systemd.services";
in
[
  {
    name = "postgresql: the version is written down, databases belong to their users, connections are summed";
    expr = removeAttrs (both "services.postgresql") [ "package" ] // {
      package = (both "services.postgresql.package").pname;
    };
    expected = {
      enable = true;
      package = "postgresql_17";
      ensureDatabases = [ "notes" ];
      ensureUsers = [
        {
          name = "notes";
          ensureDBOwnership = true;
        }
      ];
      initdbArgs = [
        "--encoding=UTF8"
        "--locale=C.UTF-8"
        "--locale-provider=builtin"
        "--builtin-locale=C.UTF-8"
      ];
      settings.max_connections = 110;
    };
  }
  {
    name = "postgresql and mariadb: few connections are as many as they have by themselves";
    expr = [
      (set {
        applications.peertube = {
          domain = "video.example.org";
          title = "Town";
          administratorEmail = "anna@example.org";
        };
      } "town" "services.postgresql.settings.max_connections")
      (set {
        applications.pixelfed = {
          domain = "pictures.example.org";
          name = "Town";
          administrator = {
            user = "anna";
            email = "anna@example.org";
          };
        };
      } "town" "services.mysql.settings.mysqld.max_connections")
    ];
    expected = [
      100
      151
    ];
  }
  {
    name = "postgresql: another version is another package, and sorts as it can";
    expr = [
      (older "services.postgresql.package").pname
      (older "services.postgresql.initdbArgs")
    ];
    expected = [
      "postgresql_16"
      [
        "--encoding=UTF8"
        "--locale=C.UTF-8"
      ]
    ];
  }
  {
    name = "postgresql: owners, rights and extensions are set as arguments, before anybody waits for it in vain";
    expr = removeAttrs unit.fediversity-postgresql [ "description" ];
    expected = {
      requires = [ "postgresql-setup.service" ];
      after = [ "postgresql-setup.service" ];
      requiredBy = [ "postgresql.target" ];
      before = [ "postgresql.target" ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        User = "postgres";
        ExecStart = [
          ''"/nix/store/00000000000000000000000000000000-postgresql_17-0/bin/psql" "--no-psqlrc" "--quiet" "--set=ON_ERROR_STOP=1" "--dbname=notes" "--command=ALTER DATABASE \"notes\" OWNER TO \"notes\"" "--command=REVOKE ALL ON DATABASE \"notes\" FROM PUBLIC" "--command=CREATE EXTENSION IF NOT EXISTS \"pg_trgm\"" "--command=CREATE EXTENSION IF NOT EXISTS \"unaccent\""''
        ];
      };
    };
  }
  {
    name = "mariadb: on a socket only, utf8mb4, connections are summed";
    expr = removeAttrs (both "services.mysql") [ "package" ] // {
      package = (both "services.mysql.package").pname;
    };
    expected = {
      enable = true;
      package = "mariadb_114";
      ensureDatabases = [ "photos_db" ];
      ensureUsers = [ { name = "photos"; } ];
      settings.mysqld = {
        skip-networking = true;
        character-set-server = "utf8mb4";
        collation-server = "utf8mb4_unicode_ci";
        max_connections = 160;
      };
    };
  }
  {
    name = "mariadb: an underscore in a database's name stands for itself";
    expr = unit.fediversity-mariadb.serviceConfig;
    expected = {
      Type = "oneshot";
      RemainAfterExit = true;
      User = "mysql";
      ExecStart = [
        ''"/nix/store/00000000000000000000000000000000-mariadb_114-0/bin/mariadb" "--user=mysql" "--execute=GRANT ALL PRIVILEGES ON `photos\\_db`.* TO 'photos'@'localhost'"''
      ];
    };
  }
  {
    name = "mariadb: before anybody waits for it in vain";
    expr = [
      unit.fediversity-mariadb.after
      unit.fediversity-mariadb.requires
    ];
    expected = [
      [ "mysql.service" ]
      [ "mysql.service" ]
    ];
  }
  {
    name = "redis: a server for each application, on a socket for its users, which never evicts";
    expr = both "services.redis.servers";
    expected = {
      notes = {
        enable = true;
        port = 0;
        unixSocket = "/run/redis-notes/redis.sock";
        unixSocketPerm = 660;
        appendOnly = true;
        settings = {
          maxmemory = "64mb";
          maxmemory-policy = "noeviction";
        };
      };
      photos = {
        enable = true;
        port = 0;
        unixSocket = "/run/redis-photos/redis.sock";
        unixSocketPerm = 660;
        appendOnly = false;
        save = [ ];
        settings = {
          maxmemory = "32mb";
          maxmemory-policy = "noeviction";
        };
      };
    };
  }
  {
    name = "redis: its socket is open to the application's own users";
    expr = both "users.groups";
    expected = {
      redis-notes.members = [ "notes" ];
      redis-photos.members = [ "photos" ];
    };
  }
  {
    name = "what nobody asks for isn't there";
    expr = [
      (notes "services.mysql.enable")
      (notes "systemd.services.fediversity-mariadb")
      (photos "services.postgresql.enable")
      (photos "systemd.services.fediversity-postgresql")
      (photos "services.redis.servers.notes")
    ];
    expected = [
      null
      null
      null
      null
      null
    ];
  }
]
