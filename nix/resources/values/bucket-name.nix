/**
  The name of a bucket: 3 to 63 of a-z, 0-9, `.` and `-`, beginning and ending with a letter or digit; not an
  IP address, no `xn--`, no `-s3alias` at the end. These are the rules of S3 and of Garage 2.5.
*/
let
  inherit (builtins)
    elem
    isString
    replaceStrings
    stringLength
    substring
    ;
  inherit (import ../../contract/characters.nix) without;
  inherit (import ../../contract/alphabets.nix) digits lower;
  ipv4 = import ./ipv4.nix;

  letters = lower ++ digits;
  end = text: count: substring (stringLength text - count) count text;

  isBucketName =
    text:
    let
      size = stringLength text;
    in
    size >= 3
    && size <= 63
    &&
      without (
        letters
        ++ [
          "."
          "-"
        ]
      ) text == ""
    && elem (substring 0 1 text) letters
    && elem (end text 1) letters
    && replaceStrings [ ".." "xn--" ] [ "" "" ] text == text
    && (size < 8 || end text 8 != "-s3alias")
    && ipv4.check [ ] text != [ ];
in
import ../../contract/types/scalar.nix {
  form.kind = "bucket-name";
  verdict = value: if isString value && isBucketName value then null else "not-a-bucket-name";
}
