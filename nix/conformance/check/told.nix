/**
  More to tell beside findings: `{ at?, among?, expected? } -> [ finding ] -> [ finding ]`. `at` is where it stands in the
  module's files (see origin.nix), `among` are names of which one would do, `expected` is what would be right, as JSON.
*/
more:
let
  given = builtins.removeAttrs more (if more.at or null == null then [ "at" ] else [ ]);
in
map (found: found // given)
