/**
  The processes that do the work, by the names of their units, and the connections to the database that they hold.

  The first job process takes all queues; only one may take "scheduler", so the others take all but that. Each streaming
  process has ten connections (its own default), and ten more are for commands, migrations and the daily clearing.
*/
options:
let
  inherit (builtins) genList;
  further = genList (i: "more-${toString (i + 2)}") (options.jobProcesses - 1);
in
{
  inherit further;

  units = {
    # Passwords, secrets and the database, in the order in which they are there.
    setUp = [
      "mastodon-credentials"
      "mastodon-init-dirs"
      "mastodon-init-db"
    ];
    settings = [ "mastodon-settings" ];
    web = [ "mastodon-web" ];
    jobs = map (name: "mastodon-sidekiq-${name}") ([ "all" ] ++ further);
    streaming = genList (i: "mastodon-streaming-${toString (i + 1)}") options.streamingProcesses;
  };

  connections =
    options.webProcesses * options.webThreads
    + options.jobProcesses * options.jobThreads
    + options.streamingProcesses * 10
    + 10;
}
