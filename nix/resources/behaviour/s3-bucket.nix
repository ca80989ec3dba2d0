{ request, result }:
let
  step = import ./step.nix;
  object = "behaviour/ä b.txt";
  body = "behaviour";
  s3 =
    operation: key:
    {
      inherit operation key object;
    }
    // (if operation == "put" then { inherit body; } else { });
  from = address: origin: {
    method = "GET";
    inherit address;
    headers = if origin == null then { } else { inherit origin; };
  };
  public = "${result.publicAddress}/behaviour/%C3%A4%20b.txt";
in
[
  (step "takes an object" "s3" (s3 "put" "own") { status = 200; })
  (step "gives it back" "s3" (s3 "get" "own") {
    status = 200;
    inherit body;
  })
  (step "takes it in parts" "s3" (s3 "put-in-parts" "own") { status = 200; })
  (step "is closed to other keys" "s3" (s3 "get" "other") { status = 403; })
  (step "is closed to those without a key" "s3" (s3 "get" "none") { status = 403; })
]
++ (
  if request.website then
    [
      (step "shows objects to everyone" "http" (from public null) { status = 200; })
      (step "lists nothing" "http" (from "${result.publicAddress}/" null) { status = 404; })
    ]
    ++ map (
      rule:
      let
        origin = builtins.head rule.origins;
      in
      step "lets scripts of ${origin} read" "http"
        (from public (if origin == "*" then "https://behaviour.example" else origin))
        {
          status = 200;
          headers.access-control-allow-origin = origin;
        }
    ) request.cors
  else
    [ ]
)
++ (
  if request.quotaObjects != null || request.quotaMiB != null then
    [ (step "refuses more than its quota" "s3" (s3 "put-beyond-quota" "own") { status = 403; }) ]
  else
    [ ]
)
++ [
  (step "is the same when it is provisioned again" "repeat" { } { unchanged = true; })
  (step "deletes an object" "s3" (s3 "delete" "own") { status = 204; })
  (step "has it no more" "s3" (s3 "get" "own") { status = 404; })
]
