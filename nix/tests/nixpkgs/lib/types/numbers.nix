/**
  Types of numbers.
*/
let
  inherit (builtins) isFloat isInt;
  inherit (import ../modules/merge.nix) mergeEqualOption;
  inherit (import ./make.nix) mkOptionType;

  numeric =
    name: description: check:
    mkOptionType {
      inherit name description check;
      merge = mergeEqualOption;
    };
  isNumber = value: isInt value || isFloat value;

  between =
    lowest: highest:
    numeric "intBetween" "integer between ${toString lowest} and ${toString highest} (both inclusive)" (
      value: isInt value && value >= lowest && value <= highest
    );
  unsigned = most: (between 0 most) // { name = "unsignedInt"; };
  u16 = unsigned 65535;
in
{
  int = numeric "int" "signed integer" isInt;
  float = numeric "float" "floating point number" isFloat;
  number = numeric "number" "integer or floating point number" isNumber;
  port = u16;

  ints = {
    inherit between u16;
    u8 = unsigned 255;
    u32 = unsigned 4294967295;
    s8 = between (-128) 127;
    s16 = between (-32768) 32767;
    s32 = between (-2147483648) 2147483647;
    unsigned = numeric "unsignedInt" "unsigned integer, meaning >=0" (value: isInt value && value >= 0);
    positive = numeric "positiveInt" "positive integer, meaning >0" (value: isInt value && value > 0);
  };
}
