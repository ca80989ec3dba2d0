/**
  Where secrets lie on a host. An application's name is a label, so that none is called `_host`.
*/
policies:
let
  inherit (policies.secret-file) directory;
in
{
  /**
    Of an application, by its name within the deployment.
  */
  of = application: "${directory}/${application}";

  /**
    What belongs to the host itself.
  */
  host = "${directory}/_host";
}
