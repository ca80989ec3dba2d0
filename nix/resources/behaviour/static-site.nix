# The content that the test deploys: `index.html` with "behaviour", a redirect /from -> /to that keeps the query,
# the header X-Behaviour on "/*", and the page `404.html` with "nothing here" for what isn't found.
{ result, ... }:
let
  step = import ./step.nix;
  get = path: {
    method = "GET";
    address = "${result.address}${path}";
    headers = { };
  };
in
[
  (step "serves a file under its host name" "http" (get "/") {
    status = 200;
    headers.x-behaviour = "yes";
    body = "behaviour";
  })
  (step "redirects, and keeps the query" "http" (get "/from?a=b%26c") {
    status = 302;
    headers.location = "/to?a=b%26c";
  })
  (step "shows the page for what isn't found" "http" (get "/missing") {
    status = 404;
    body = "nothing here";
  })
  (step "never leaves its files" "http" (get "/../../etc/passwd") { statusNot = 200; })
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
  (step "still serves it" "http" (get "/") { status = 200; })
]
