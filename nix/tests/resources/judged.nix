/**
  What is found of a request under a policy, as lines: "mastodon.thing.postgresql.extensions.1: not-offered (postgis)".
*/
let
  inherit (builtins) concatStringsSep map toJSON;
  resources = import ../../resources (import ../../contract);

  line =
    {
      path,
      code,
      got,
    }:
    "${concatStringsSep "." (map toString path)}: ${code} (${
      if builtins.isString got then got else toJSON got
    })";
in
{
  inherit resources;

  lines = map line;

  /**
    `type -> policy -> request -> lines`
  */
  judged =
    name: policy: request:
    let
      type = resources.${name};
      at = [
        "mastodon"
        "thing"
        name
      ];
      inCheck = type.request.check at request ++ type.policy.check [ "policies" name ] policy;
    in
    map line (
      if inCheck != [ ] then
        inCheck
      else
        type.refusals at {
          request = type.request.complete request;
          policy = type.policy.complete policy;
        }
    );

  /**
    What the request gets under the policy: defaults filled in, and what it left open decided.
  */
  granted =
    name: policy: request:
    let
      type = resources.${name};
    in
    type.granted {
      request = type.request.complete request;
      policy = type.policy.complete policy;
    };

  /**
    `type -> result -> lines`
  */
  received = name: result: map line (resources.${name}.result.check [ "results" name ] result);

  /**
    The steps of a behaviour test, for what a request and a result come to.
  */
  behaviour =
    name: request: result:
    let
      type = resources.${name};
    in
    type.behaviour {
      request = type.request.complete request;
      inherit result;
    };
}
