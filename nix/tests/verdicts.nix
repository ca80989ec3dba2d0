/**
  What the contract says of values, for comparison with the check in Rust: `file` is JSON, `[ { type, value } ]`, where a
  type is a form. `verdicts` has of each its findings, and of a group that passed what it is when it is completed.
*/
{ file }:
let
  inherit (builtins) fromJSON map readFile;
  fromForm = import ../conformance/from-form.nix;

  verdict =
    { type, value }:
    let
      read = fromForm type;
      findings = read.check [ ] value;
    in
    {
      findings = map (
        {
          path,
          code,
          got,
          others ? [ ],
        }:
        {
          inherit
            path
            code
            got
            others
            ;
        }
      ) findings;
      completed = if findings == [ ] && type.kind == "group" then read.complete value else null;
    };
in
{
  verdicts = map verdict (fromJSON (readFile file));
}
