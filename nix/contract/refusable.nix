/**
  Codes by which a module may refuse options itself, as every reader of findings knows them: what is wrong with one
  value. What is wrong between several options is said by relations, and what a hosting provider refuses by policies.
*/
[
  "control-character"
  "duplicate"
  "line-break"
  "missing"
  "not-a-choice"
  "not-a-colour"
  "not-a-domain"
  "not-a-label"
  "not-a-locale"
  "not-a-multiple"
  "not-a-port"
  "not-a-subdomain"
  "not-a-url"
  "not-an-email"
  "not-between"
  "reserved"
  "taken"
  "too-few"
  "too-long"
  "too-many"
  "too-short"
]
