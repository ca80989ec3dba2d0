/**
  The closed vocabulary of behaviour tests: what can be tried, with what, and what can be seen of it. Whoever
  runs a test implements these, and no step needs anything else.

    run        on the host, as `user` (root): a program with arguments, never a shell; `output` is all of it without the
               last line break, `contains` a part, `atLeast` a number
    read       a file on the host: its owner, mode and the alphabet and length of what it holds, never the content
    restart    the host, or the server behind a result; done once it answers again
    repeat     provisions the same request again: a promise of every provider is that this changes nothing
    withdraw   takes away what was provisioned
    sql        a statement, with the result's user or as `user`; rows as text
    redis      a command; its answer as text
    s3         get, put, delete, put-in-parts (two of 5 MiB) or put-beyond-quota, with the `key` of the result ("own"),
               one of another bucket ("other"), or "none"
    http       a request for `address`, without following redirects
    resolve    asks each server that is authoritative for the name
    send       a message through the relay to a sink that the test has
    handshake  TLS, trusted by what a browser trusts
*/
{
  run = {
    try = [
      "arguments"
      "user"
    ];
    see = [
      "exit"
      "contains"
      "output"
      "atLeast"
    ];
  };
  read = {
    try = [
      "path"
      "user"
    ];
    see = [
      "owner"
      "mode"
      "holds"
      "length"
      "prefix"
      "refused"
      "unchanged"
    ];
  };
  restart = {
    try = [ "what" ];
    see = [ "withinSeconds" ];
  };
  repeat = {
    try = [ ];
    see = [ "unchanged" ];
  };
  withdraw = {
    try = [ ];
    see = [ "withinSeconds" ];
  };
  sql = {
    try = [
      "statement"
      "user"
    ];
    see = [
      "rows"
      "refused"
    ];
  };
  redis = {
    try = [ "command" ];
    see = [
      "answer"
      "refused"
    ];
  };
  s3 = {
    try = [
      "operation"
      "object"
      "body"
      "key"
    ];
    see = [
      "status"
      "body"
    ];
  };
  http = {
    try = [
      "method"
      "address"
      "headers"
    ];
    see = [
      "status"
      "statusNot"
      "headers"
      "body"
    ];
  };
  resolve = {
    try = [
      "name"
      "type"
    ];
    see = [
      "records"
      "status"
    ];
  };
  send = {
    try = [
      "from"
      "subject"
      "sizeMiB"
      "user"
    ];
    see = [
      "arrives"
      "from"
      "refused"
      "encrypted"
    ];
  };
  handshake = {
    try = [
      "server"
      "name"
    ];
    see = [
      "trusted"
      "names"
    ];
  };
}
