/**
  Values of a type without further values in it, by the kind of its form: `form -> seed -> name -> [ value ]`. All of
  them pass the check. What has to differ from others of its kind is made of seed and name.
*/
let
  inherit (builtins) hashString substring;
  inherit (import ./numbers.nix) below;
  inherit (import ./texts.nix) repeat within;

  text =
    form: seed: name:
    within { inherit (form) min max lines; };

  integer =
    form: seed: name:
    quantity (form // { step = 1; }) seed name;
  # Both ends, their neighbours, and something between.
  quantity =
    {
      min,
      max,
      step,
      ...
    }:
    seed: name:
    let
      from = if min < 0 || min / step * step == min then min / step * step else (min / step + 1) * step;
      to = if max < 0 && max / step * step != max then (max / step - 1) * step else max / step * step;
      steps = (to - from) / step;
    in
    [
      from
      to
      (from + below seed.text name (steps + 1) * step)
    ]
    ++ (
      if steps < 2 then
        [ ]
      else
        [
          (from + step)
          (to - step)
        ]
    );

  # Eight letters and digits of its own, of which the first is a letter.
  own = seed: name: "t${substring 0 7 (hashString "sha256" "${seed.text}/${name}")}";
  label63 = start: start + repeat (63 - builtins.stringLength start) "x";

  domain =
    _: seed: name:
    let
      mine = own seed name;
    in
    [
      "${mine}.example.org"
      "social.${mine}.example"
      "${substring 0 3 mine}.de"
      "xn--bcher-kva.${mine}.example"
      "0.1.2.${mine}.1x"
      "a--b.c-d.${mine}.org"
      # 253 bytes, the longest there is.
      "${label63 mine}.${repeat 63 "b"}.${repeat 63 "c"}.${repeat 58 "d"}.de"
    ];
  label =
    _: seed: name:
    let
      mine = own seed name;
    in
    [
      mine
      (substring 0 1 mine)
      (label63 mine)
      "0${mine}"
      "${mine}--0"
    ];
  email =
    _: seed: name:
    let
      mine = own seed name;
    in
    [
      "${mine}@example.org"
      "a!#$%&'*+/=?^_`{|}~-z@${mine}.Example.ORG"
      "o'neil+\${x}@${mine}.example"
      "-flag@${mine}.example"
      "${repeat 64 "l"}@${label63 mine}.${repeat 63 "b"}.${repeat 58 "c"}.de"
    ];
  url =
    _: seed: name:
    let
      mine = own seed name;
    in
    [
      "https://${mine}.example.org"
      "http://${mine}.example.org:1/"
      "https://${mine}.example:65535/a/../b?c=d&e=%20#f"
      "https://${mine}.example/'$(id)';[x]!*@~"
      "https://Example.${mine}.ORG?q"
      "https://${mine}.example/${repeat (2000 - 25) "p"}"
    ];
in
{
  inherit
    domain
    email
    integer
    label
    text
    url
    ;
  size = quantity;
  duration = quantity;

  boolean = _: _: _: [
    false
    true
  ];
  choice =
    form: _: _:
    map (choice: choice.value) form.choices;
  colour = _: _: _: [
    "#000000"
    "#ffffff"
    "#FfAa09"
  ];
  port = _: _: _: [
    1
    65535
    443
    25
  ];
  locale = _: _: _: [
    "de"
    "ckb"
    "pt-BR"
    "es-419"
    "sr-Latn"
    "zh-Hant-TW"
  ];
  # Short enough for any domain that leaves room; the group looks whether both fit.
  subdomain =
    _: seed: name:
    let
      mine = own seed name;
    in
    [
      mine
      "0"
      "a-b.${mine}"
      (label63 mine)
    ];
  secret = _: _: _: [
    { edition = 1; }
    { edition = 2; }
    { edition = 9007199254740992; }
  ];
}
