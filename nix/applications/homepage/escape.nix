/**
  Text as HTML, for content and for attributes in double quotes. Everything that an operator typed
  goes through here once, on its way into a page.
*/
builtins.replaceStrings [ "&" "<" ">" "\"" "'" ] [ "&amp;" "&lt;" "&gt;" "&quot;" "&#39;" ]
