/**
  Headers: nothing is loaded from elsewhere, nothing runs, nothing frames the page. Pages are asked
  for again each time, so that a change shows at once; assets are named by their content.
*/
folders:
let
  header = path: name: value: { inherit path name value; };
  everywhere = header "/*";
in
[
  (everywhere "Content-Security-Policy" "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  (everywhere "X-Content-Type-Options" "nosniff")
  (everywhere "Referrer-Policy" "strict-origin-when-cross-origin")
  (header "/assets/*" "Cache-Control" "public, max-age=31536000, immutable")
]
++ map (folder: header "/${folder}" "Cache-Control" "no-cache") folders
