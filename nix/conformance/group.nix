/**
  Groups: their options in the order of the form, so that conditions and defaults from other options find what they need.
  Options are left out where they may be, and what doesn't apply sometimes stands there all the same.
*/
{ generator }:
form:
let
  inherit (builtins)
    all
    foldl'
    head
    map
    stringLength
    tail
    ;
  inherit (import ../contract/types/reference.nix)
    belowOf
    derive
    descend
    holds
    ;
  inherit (import ./numbers.nix) oneIn;
  fromForm = import ./from-form.nix;

  entries = map (name: {
    inherit name;
    option = form.options.${name};
    make = generator form.options.${name};
    type = fromForm form.options.${name};
  }) form.order;
in
seed: name:
let
  step =
    { given, known }:
    entry:
    let
      inherit (entry) option type;
      at = "${name}.${entry.name}";
      follow =
        reference:
        if reference == [ ] then [ ] else descend (known.${head reference} or [ ]) (tail reference);
      applies = all (holds follow) (option.visibleWhen or [ ]);

      # What stands there when it is left out, if that does.
      derived = if option ? defaultFrom then derive follow option.defaultFrom else [ ];
      otherwise = if derived == [ ] && option ? default then [ option.default ] else derived;
      isRight = value: type.check [ ] value == [ ] && fits value;
      mayBeLeftOut = otherwise != [ ] && isRight (head otherwise);
      isLeftOut = mayBeLeftOut && oneIn 4 seed.text "${at}-";

      # Labels below a domain: both together are a domain, too.
      base = follow (belowOf option);
      fits =
        value:
        !(builtins.isString value)
        || base == [ ]
        || !(builtins.isString (head base))
        || stringLength value + 1 + stringLength (head base) <= 253;

      value = entry.make seed at;
      set = found: {
        given = given // {
          ${entry.name} = head found;
        };
        known = known // {
          ${entry.name} = [ (type.complete (head found)) ];
        };
      };
    in
    if !applies then
      {
        inherit known;
        given =
          if oneIn 5 seed.text "${at}+" then
            given
            // {
              ${entry.name} = value;
            }
          else
            given;
      }
    else if isLeftOut then
      {
        inherit given;
        known = known // {
          ${entry.name} = [ (type.complete (head otherwise)) ];
        };
      }
    else
      set [ value ];
in
(foldl' step {
  given = { };
  known = { };
} entries).given
