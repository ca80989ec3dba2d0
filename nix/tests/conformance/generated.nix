/**
  What is generated: options that pass and together reach everything that a form allows, and options with one mistake.
*/
let
  inherit (builtins)
    all
    any
    concatMap
    elem
    filter
    genList
    isString
    length
    stringLength
    toJSON
    ;
  contract = import ../../contract;
  inherit (import ../../conformance) invalid valid;
  inherit (import ../../contract/characters.nix) codePoints;
  inherit ((contract.read (import ../contract/everything.nix)).options) form check;
  own = contract.types.group [
    {
      name = "kind";
      type = contract.types.choice (
        map word [
          "one"
          "two"
          "three"
        ]
      );
    }
    {
      name = "count";
      type = contract.types.integer {
        min = 3;
        max = 9;
      };
    }
    {
      name = "text";
      type = contract.types.text {
        min = 2;
        max = 30;
        lines = true;
      };
      visibleWhen = [
        {
          option = [ "kind" ];
          is = [ "two" ];
        }
      ];
    }
    {
      name = "list";
      type = contract.types.list {
        of = contract.types.optional contract.types.boolean;
        min = 1;
        max = 3;
      };
      default = [ true ];
    }
    {
      name = "secret";
      type = contract.types.optional (contract.types.secret { });
      default = null;
    }
  ];
  word = value: {
    inherit value;
    label = {
      en = value;
      de = value;
    };
  };

  sets = genList (valid "" { inherit form; }) 100;
  ownSets = genList (valid "" { inherit (own) form; }) 200;
  mistakes = genList (invalid form) 900;
  seen = name: concatMap (set: if set ? ${name} then [ set.${name} ] else [ ]) ownSets;
  texts = filter isString (seen "text");
  isTold =
    mistake:
    any (finding: finding.path == mistake.path && finding.code == mistake.code) (
      check [ ] mistake.options
    );
in
[
  {
    name = "generated options pass";
    expr = filter (set: check [ ] set != [ ]) sets ++ filter (set: own.check [ ] set != [ ]) ownSets;
    expected = [ ];
  }
  {
    name = "generated options with a mistake are refused at its place, with its code";
    expr = filter (mistake: !isTold mistake) mistakes;
    expected = [ ];
  }
  {
    name = "a number gives the same options each time, and another one or another name others";
    expr = [
      (toJSON (valid "" { inherit form; } 7) == toJSON (valid "" { inherit form; } 7))
      (toJSON (valid "" { inherit form; } 7) == toJSON (valid "" { inherit form; } 8))
      (toJSON (valid "" { inherit form; } 7) == toJSON (valid "other" { inherit form; } 7))
    ];
    expected = [
      true
      false
      false
    ];
  }
  {
    name = "every choice, both bounds, every length, null and a value are reached";
    expr = [
      (all (value: elem value (seen "kind")) [
        "one"
        "two"
        "three"
      ])
      (all (value: elem value (seen "count")) [
        3
        9
      ])
      (all (count: any (list: length list == count) (seen "list")) [
        1
        2
        3
      ])
      (all (value: elem value (concatMap (list: list) (seen "list"))) [
        null
        true
        false
      ])
      (any (value: value == null) (seen "secret"))
      (any (value: value != null) (seen "secret"))
      (any (set: !(set ? list)) ownSets)
    ];
    expected = genList (_: true) 7;
  }
  {
    name = "a text that applies is there, also with the fewest and the most characters, of one byte and of several";
    expr = [
      (all (set: set.kind != "two" || set ? text) ownSets)
      (any (set: set.kind != "two" && !(set ? text)) ownSets)
      (any (text: codePoints text == 2) texts)
      (any (text: stringLength text == 30) texts)
      (any (text: codePoints text == 30 && stringLength text == 90) texts)
    ];
    expected = genList (_: true) 5;
  }
  {
    name = "texts that mean something elsewhere are among them";
    expr = map (part: any (text: builtins.replaceStrings [ part ] [ "" ] text != text) texts) [
      "\${"
      "''"
      "\""
      "\n"
      "$(id)"
      "`"
      "\\"
      "%"
      "_type"
      "<script>"
    ];
    expected = genList (_: true) 10;
  }
  {
    name = "mistakes of every code that this form can have are made";
    expr = filter (code: !(any (mistake: mistake.code == code) mistakes)) [
      "missing"
      "unknown"
      "not-different"
      "not-text"
      "too-long"
      "not-an-integer"
      "not-between"
      "not-a-boolean"
      "not-a-choice"
      "not-a-domain"
      "not-an-email"
      "not-a-list"
      "not-a-group"
      "not-a-secret"
    ];
    expected = [ ];
  }
]
