/**
  Values of a size that nobody types are refused without being looked into.
*/
let
  inherit (builtins)
    concatStringsSep
    foldl'
    genList
    head
    length
    listToAttrs
    stringLength
    ;
  inherit (import ../contract) types;

  # 1 MiB, and one of three-byte characters.
  grow = text: foldl' (grown: _: grown + grown) text (genList (i: i) 16);
  letters = grow "aaaaaaaaaaaaaaaa";
  euros = grow "€€€€€€";
  longList = genList (_: "a") 200000;
  wide = listToAttrs (
    genList (i: {
      name = "name-${toString i}";
      value = i;
    }) 200000
  );

  text = types.text {
    max = 5000;
    lines = true;
  };
  list = types.list {
    of = text;
    max = 40;
  };
  codes = type: value: map (finding: finding.code) (type.check [ ] value);
  scalars = [
    text
    types.label
    types.domain
    types.email
    types.url
    types.colour
  ];
  refusals = [
    "too-long"
    "not-a-label"
    "not-a-domain"
    "not-an-email"
    "not-a-url"
    "not-a-colour"
  ];
  paragraphs = import ../applications/homepage/paragraphs.nix;
in
[
  {
    name = "1 MiB of letters is refused by every type of text";
    expr = map (type: head (codes type letters)) scalars;
    expected = refusals;
  }
  {
    name = "1 MiB of euro signs is refused by every type of text";
    expr = map (type: head (codes type euros)) scalars;
    expected = refusals;
  }
  {
    name = "what a finding shows of 1 MiB is short";
    expr = map (text: stringLength (head (types.url.check [ ] text)).got) [
      letters
      euros
    ];
    expected = [
      80
      78
    ];
  }
  {
    name = "200,000 elements are one finding";
    expr = codes list longList;
    expected = [ "too-many" ];
  }
  {
    name = "200,000 unknown options are twenty findings";
    expr = length (codes (types.group [ ]) wide);
    expected = 20;
  }
  {
    name = "20,000 line breaks make no paragraph";
    expr = paragraphs (concatStringsSep "\n" (genList (_: " ") 20000));
    expected = [ ];
  }
]
