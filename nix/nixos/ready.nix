/**
  Each application starts after what it stands on: `fediversity-<application>.target` is reached when all of it is there,
  and the application's units want it first. A secret that was not delivered fails the target, which says which file it is.

  `needs` of an entry are units, `files` secrets that must be there.
*/
{ started }:
{ lib, ... }:
{
  systemd.targets = builtins.listToAttrs (
    map (
      {
        application,
        units,
        needs,
        files,
      }:
      {
        name = "fediversity-${application}";
        value = {
          description = "What ${application} stands on";
          requires = needs;
          after = needs;
          before = units;
          requiredBy = units;
          unitConfig = lib.mkIf (files != [ ]) { AssertPathExists = files; };
        };
      }
    ) started
  );
}
