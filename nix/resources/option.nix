/**
  The options of a request or policy, and the fields of a result, in one line each. A field is
    chosen    known from the plan, before anything is made: it may enter a configuration
    observed  known once something was made: for the steps of a run, and for records
    either    chosen where the policy says from what, observed elsewhere; null until it is known
*/
let
  # Its name in English, and `{ de = ...; }` in the other languages.
  option = name: type: en: other: {
    inherit name type;
    label = other // {
      inherit en;
    };
  };
  field =
    known: name: type: en: other:
    option name type en other // { inherit known; };
in
{
  inherit option;

  /**
    The same with a default; and a limit of a policy: `limit "extensions" "among" "extensions"`.
  */
  filled = default: option: option // { inherit default; };
  limit = request: rule: policy: {
    inherit request;
    ${rule} = policy;
  };

  chosen = field "chosen";
  observed = field "observed";
  either = field "either";
}
