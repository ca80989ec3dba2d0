/**
  Texts that break what handles them carelessly, made to fit: `{ min, max, lines } -> [ text ]`. Lengths are code points.
*/
let
  inherit (builtins)
    concatStringsSep
    filter
    fromJSON
    genList
    length
    replaceStrings
    stringLength
    substring
    ;
  inherit (import ../contract/characters.nix) codePoints;

  first = substring 1 1 "À";
  last = substring 1 1 "¿";
  continues = byte: byte >= first && byte <= last;

  # A text's first code points: it ends where the next one begins.
  take =
    count: text:
    let
      starts = filter (i: !continues (substring i 1 text)) (genList (i: i) (stringLength text));
    in
    if length starts <= count then text else substring 0 (builtins.elemAt starts count) text;

  repeat = count: text: concatStringsSep "" (genList (_: text) count);

  hostile = [
    "\${builtins.abort \"x\"} \${pkgs.bash}"
    "''\${x}'' ''' ''\\n"
    "' \" ' \\\" '\\'' \\"
    "\\ \\\\ \\n \\x41 \\u0041 %s %n %% %d%{x}"
    "$(id) `id` $HOME \${HOME} $((1+1)) ; id | id & id && id > /tmp/x < /etc/passwd"
    "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &#39; -->"
    "'; DROP TABLE users; -- # /* */"
    "{{ x }} {% x %} <%= x %> <?php x ?> #{x} @x@ @media@"
    "\"; } server { listen 80; } # ; "
    "_type override __functor outPath drvPath type derivation"
    "/nix/store/00000000000000000000000000000000-x ../../etc/passwd ~ * ? [a] {a,b} !x"
    "null"
    "-n --help -"
    "# comment = [section] key: value"
    (fromJSON ''"abc\u202eabc\u200f\u200b\u2066x\u2069\ufeff"'')
    "Zürich, Łódź, Αθήνα, Київ, القاهرة, ירושלים, 東京, 서울"
    "🎺👨‍👩‍👧🇳🇱 é é"
    " spaces around and   between "
  ];
  several = [
    "first\nsecond\n\nthird"
    "\nEOF\n'\nEND\n}\n;\n"
    "trailing\n"
  ];
in
{
  inherit repeat take;

  /**
    Texts of every kind that are within the bounds, from the shortest to the longest.
  */
  within =
    {
      min,
      max,
      lines,
    }:
    let
      long = count: text: take count (repeat (count / codePoints text + 1) text);
      least = if min == 0 then 0 else min;
      fitted =
        text:
        let
          cut = take max text;
          missing = min - codePoints cut;
          # Spaces alone are not enough where something is required.
          isBlank = replaceStrings [ " " "\n" ] [ "" "" ] cut == "";
        in
        if min > 0 && isBlank then
          long min "x"
        else if missing > 0 then
          cut + repeat missing "x"
        else
          cut;
    in
    [
      (repeat least "a")
      (fitted "Town")
      (repeat max "a")
      (repeat max "日")
    ]
    ++ map fitted (hostile ++ (if lines then several else [ ]));
}
