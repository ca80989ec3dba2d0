/**
  The processes that do the work, by the names of their units, and the connections to the database that they hold.

  The first job process takes all queues; only one may take "scheduler", so the others take all but that. Each streaming
  process has ten connections (its own default), and ten more are for commands, migrations and the daily clearing.
*/
options:
let
  inherit (builtins) genList;
  numbers = genList (i: i + 1);
  further = genList (i: "more-${toString (i + 2)}") (options.jobProcesses - 1);
in
{
  jobs = [ "all" ] ++ further;
  inherit further;
  streaming = numbers options.streamingProcesses;

  units = {
    web = [ "mastodon-web" ];
    jobs = map (name: "mastodon-sidekiq-${name}") ([ "all" ] ++ further);
    streaming = map (number: "mastodon-streaming-${toString number}") (
      numbers options.streamingProcesses
    );
  };

  connections =
    options.webProcesses * options.webThreads
    + options.jobProcesses * options.jobThreads
    + options.streamingProcesses * 10
    + 10;
}
