/**
  What can be wrong with one value, by the kind of its form: `form -> [ { code, value } ]`, each value with the code that
  a check has to give it.
*/
let
  inherit (builtins)

    fromJSON
    genList

    map
    ;
  inherit (import ./texts.nix) repeat;

  exact = 9007199254740992;

  # Values of other types, of which some would mean something to Nix, were they not data.
  sorts = {
    null' = null;
    number = 5;
    fraction = 1.5;
    truth = true;
    text = "hunter2 hunter2";
    list = [ "a" ];
    group = { };
    override = {
      _type = "override";
      content = "x";
      priority = 0;
    };
    module = {
      _type = "if";
      condition = true;
      content = "x";
    };
    file = {
      outPath = "/etc/passwd";
    };
    package = {
      type = "derivation";
      drvPath = "/nix/store/x.drv";
      outPath = "/nix/store/x";
    };
    functor = {
      __functor = "x";
      __toString = "x";
    };
  };
  strangers =
    code: fitting:
    map (value: { inherit code value; }) (builtins.attrValues (removeAttrs sorts fitting));
  wrong = code: values: map (value: { inherit code value; }) values;
  texts = [ "text" ];
  numbers = [ "number" ];

  integer =
    { min, max, ... }:
    wrong "not-an-integer" [
      (exact + 1)
      (-exact - 1)
      "5"
      1.0e3
    ]
    ++ strangers "not-an-integer" numbers
    ++ (if max < exact then wrong "not-between" [ (max + 1) ] else [ ])
    ++ (if min > -exact then wrong "not-between" [ (min - 1) ] else [ ]);
  quantity =
    { min, step, ... }@form:
    let
      first = if min / step * step == min then min else (min / step + 1) * step;
    in
    integer form
    ++ (if step > 1 && first < form.max then wrong "not-a-multiple" [ (first + 1) ] else [ ]);

  label63 = repeat 63 "a";
  mistakes = {
    text =
      {
        min,
        max,
        lines,
        ...
      }:
      strangers "not-text" texts
      ++ wrong "too-long" [
        (repeat (max + 1) "a")
        (repeat (max + 1) "🎺")
      ]
      ++ (
        if min == 0 then
          [ ]
        else
          wrong "too-short" [
            ""
            (repeat min " ")
          ]
          ++ (if min == 1 then [ ] else wrong "too-short" [ (repeat (min - 1) "日") ])
      )
      ++ wrong "control-character" (
        map (character: repeat (if min < 1 then 0 else min - 1) "a" + character) (
          map (code: fromJSON ''"\u00${code}"'') [
            "01"
            "09"
            "0d"
            "1b"
            "7f"
          ]
        )
      )
      ++ (
        if lines || max < 3 || min > max - 1 then
          [ ]
        else
          wrong "line-break" [ (repeat (if min < 2 then 1 else min) "a" + "\n") ]
      );

    boolean =
      _:
      strangers "not-a-boolean" [ "truth" ]
      ++ wrong "not-a-boolean" [
        "true"
        1
      ];

    integer = integer;
    size = quantity;
    duration = quantity;
    port =
      _:
      strangers "not-a-port" numbers
      ++ wrong "not-a-port" [
        0
        65536
        "443"
        (-1)
      ];

    choice =
      { choices, ... }:
      strangers "not-a-choice" texts
      ++ wrong "not-a-choice" (
        [ "" ] ++ map (choice: "${choice.value} ") choices ++ map (choice: "${choice.value}\n") choices
      );

    domain =
      _:
      strangers "not-a-domain" [ ]
      ++ wrong "not-a-domain" [
        ""
        "localhost"
        "Town.example.org"
        "-a.example"
        "a-.example"
        "a..example"
        ".example.org"
        "example.org."
        "example.o"
        "192.0.2.1"
        "[2001:db8::1]"
        "a_b.example"
        "*.example.org"
        "bücher.example"
        "example.org\n"
        " example.org"
        "example.org/path"
        "\${x}.example.org"
        "${label63}a.example"
        "${label63}.${label63}.${label63}.${repeat 59 "d"}.de"
      ];
    label =
      _:
      strangers "not-a-label" [ ]
      ++ wrong "not-a-label" [
        ""
        "a.b"
        "A"
        "-a"
        "a-"
        "a_b"
        "ü"
        "a\n"
        "\${x}"
        "${label63}a"
      ];
    subdomain =
      _:
      strangers "not-a-subdomain" [ ]
      ++ wrong "not-a-subdomain" [
        ""
        "a..b"
        "Media"
        ".a"
        "a."
        "-a"
        "a\n"
        "${label63}a"
        "${label63}.${label63}.${label63}.${repeat 57 "d"}"
      ];
    email =
      _:
      strangers "not-an-email" [ ]
      ++ wrong "not-an-email" [
        ""
        "ada"
        "@example.org"
        "ada@"
        "ada@localhost"
        "a@b@example.org"
        "ada @example.org"
        ".ada@example.org"
        "a..b@example.org"
        "Ada <ada@example.org>"
        "ada@example.org\n"
        "\"ada\"@example.org"
        "ädä@example.org"
        "${label63}aa@example.org"
      ];
    url =
      _:
      strangers "not-a-url" [ ]
      ++ wrong "not-a-url" [
        ""
        "example.org"
        "ftp://example.org"
        "javascript:alert(1)"
        "https://"
        "https://localhost"
        "https://user@example.org/"
        "https://example.org:0/"
        "https://example.org:65536/"
        "https://example.org/ a"
        "https://example.org/\"x"
        "https://example.org/\n"
        "https://example.org/<x>"
        "HTTPS://example.org"
        "https://example.org/${repeat 1981 "p"}"
      ];
    colour =
      _:
      strangers "not-a-colour" [ ]
      ++ wrong "not-a-colour" [
        ""
        "#fff"
        "ffffff"
        "#12345g"
        "#1234567"
        "red"
        "#12345\n"
      ];
    locale =
      _:
      strangers "not-a-locale" [ ]
      ++ wrong "not-a-locale" [
        ""
        "DE"
        "d"
        "de_DE"
        "de-de"
        "zh-hant"
        "de-"
        "de-DE-x"
        "deutsch"
        "de\n"
      ];

    secret =
      _:
      strangers "not-a-secret" [ "null'" ]
      ++ wrong "missing" [ null ]
      ++ wrong "not-a-secret" [
        { edition = 0; }
        { edition = exact + 1; }
        { edition = "1"; }
        {
          edition = 1;
          file = "/etc/passwd";
        }
      ];

    optional = form: builtins.filter (mistake: mistake.value != null) (of form.of);

    list =
      {
        max,
        min,
        ...
      }:
      strangers "not-a-list" [ "list" ]
      ++ wrong "too-many" [ (genList (i: "x${toString i}") (max + 1)) ]
      ++ (if min > 0 then wrong "too-few" [ [ ] ] else [ ]);

    # A group that is wrong inside has a finding there; these are none at all.
    group =
      _:
      strangers "not-a-group" [
        "file"
        "functor"
        "group"
        "module"
        "override"
        "package"
      ];
  };
  of = form: mistakes.${form.kind} form;
in
of
