/**
  A public key of SSH on one line, as `ssh-keygen` writes it: its kind, the key in base64, and perhaps a comment.
*/
let
  inherit (builtins)
    elemAt
    filter
    isString
    length
    split
    stringLength
    substring
    ;
  inherit (import ../contract/characters.nix) each without;
  inherit (import ../contract/alphabets.nix)
    control
    digits
    lower
    upper
    ;
  kinds = [
    "ssh-ed25519"
    "ssh-rsa"
    "ecdsa-sha2-nistp256"
    "ecdsa-sha2-nistp384"
    "ecdsa-sha2-nistp521"
    "sk-ssh-ed25519@openssh.com"
    "sk-ecdsa-sha2-nistp256@openssh.com"
  ];
  withoutBase64 = without (lower ++ upper ++ digits ++ each "+/=");
  withoutBreaks = without (control ++ [ "\n" ]);

  # What is encoded begins with a length below 256 in four bytes.
  isKey = text: stringLength text >= 60 && substring 0 4 text == "AAAA" && withoutBase64 text == "";
  isLine =
    text:
    let
      words = filter isString (split " " text);
    in
    withoutBreaks text == text
    && length words >= 2
    && builtins.elem (elemAt words 0) kinds
    && isKey (elemAt words 1);
in
import ../contract/types/scalar.nix {
  form.kind = "ssh-key";
  verdict =
    value:
    if isString value && stringLength value <= 8000 && isLine value then null else "not-an-ssh-key";
}
