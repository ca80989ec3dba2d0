/**
  A text as a value of `.env`, so that Pixelfed reads exactly this text.

  Two programs read it. The first one (phpdotenv 5) takes `\`, `"` and `$` in double quotes as its own, so they get a
  backslash. The second one (Laravel's `env`) turns words like true, null or empty into values, and takes one pair of
  quotes off a text that has them; so the text gets a pair that it can take off. It must be on one line.
*/
text:
let
  inherit (builtins) replaceStrings;
  escaped =
    replaceStrings
      [
        "\\"
        "\""
        "$"
      ]
      [
        "\\\\"
        "\\\""
        "\\$"
      ]
      text;
in
"\"\\\"${escaped}\\\"\""
