/**
  What Pixelfed reads where a value stands in `.env`, or "refused" as phpdotenv would. After the source of
  phpdotenv 5.6 (what it does in double quotes) and of Laravel's `env`. Variables are marked as `<variable>`.
*/
value:
let
  inherit (builtins)
    elem
    foldl'
    genList
    head
    match
    stringLength
    substring
    ;
  characters = genList (i: substring i 1 value) (stringLength value);

  step =
    { at, text }:
    character:
    let
      go = at: added: {
        inherit at;
        text = text + added;
      };
    in
    {
      start = if character == "\"" then go "quoted" "" else go "refused" "";
      quoted =
        if character == "\"" then
          go "closed" ""
        else if character == "\\" then
          go "escape" ""
        else if character == "$" then
          go "quoted" "<variable>"
        else
          go "quoted" character;
      escape =
        if
          elem character [
            "\""
            "\\"
            "$"
          ]
        then
          go "quoted" character
        else
          go "refused" "";
      closed = if character == " " then go "closed" "" else go "refused" "";
      refused = go "refused" "";
    }
    .${at};
  first = foldl' step {
    at = "start";
    text = "";
  } characters;

  words = {
    "true" = true;
    "(true)" = true;
    "false" = false;
    "(false)" = false;
    "empty" = "";
    "(empty)" = "";
    "null" = null;
    "(null)" = null;
  };
  double = match "\"(.*)\"" first.text;
  single = match "'(.*)'" first.text;
in
if first.at != "closed" then
  "refused"
else if words ? ${first.text} then
  words.${first.text}
else if double != null then
  head double
else if single != null then
  head single
else
  first.text
