/**
  A text for between double quotes, where a shell or systemd reads it from an environment file: both take a backslash before
  these four characters, and only there, for a sign that the character is meant.
*/
builtins.replaceStrings
  [
    "\\"
    "\""
    "`"
    "$"
  ]
  [
    "\\\\"
    "\\\""
    "\\`"
    "\\$"
  ]
