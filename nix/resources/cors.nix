/**
  One CORS rule of a bucket, as S3 has them: which sites' scripts may read or write objects.
*/
{
  values,
  option,
  filled,
}:
let
  inherit (values)
    between
    line
    oneOf
    several
    ;
  methods = oneOf [
    "GET"
    "HEAD"
    "PUT"
    "POST"
    "DELETE"
  ];
in
[
  (filled [ "*" ] (option "origins" (several 1 20 (line 255)) "Sites" { de = "Websites"; }))
  (filled [ "GET" "HEAD" ] (option "methods" (several 1 5 methods) "Methods" { de = "Methoden"; }))
  (filled [ "*" ] (
    option "headers" (several 0 20 (line 255)) "Headers of requests" { de = "Kopfzeilen von Anfragen"; }
  ))
  (filled [ ] (
    option "exposed" (several 0 20 (line 255)) "Headers of answers" { de = "Kopfzeilen von Antworten"; }
  ))
  (filled 3600 (
    option "maxAgeSeconds" (between 0 86400) "Remembered for seconds" { de = "Sekunden gemerkt"; }
  ))
]
