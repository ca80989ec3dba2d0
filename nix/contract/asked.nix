/**
  The first step: from checked options to requirements, and which of them the environment can't
  meet. What a module asks for is checked as well; a finding there names the requirement.
*/
{ checked, resources }:
let
  inherit (builtins)
    attrNames
    concatMap
    elem
    filter
    mapAttrs
    ;

  asked = mapAttrs (name: (checked.moduleOf name).requirements) checked.options;

  # Every requirement of every application, as `visit` sees it.
  each =
    visit:
    concatMap (
      application:
      concatMap (requirement: visit application requirement asked.${application}.${requirement}) (
        attrNames asked.${application}
      )
    ) (attrNames asked);

  requestFindings =
    application: requirement:
    { type, request }:
    resources.${type}.request.check [
      application
      requirement
      type
    ] request;
in
{
  findings = if checked.findings != [ ] then checked.findings else each requestFindings;

  /**
    `{ <application>.<requirement> = { type, request }; }`, requests completed.
  */
  requirements = mapAttrs (
    _:
    mapAttrs (
      _: { type, request }: {
        inherit type;
        request = resources.${type}.request.complete request;
      }
    )
  ) asked;

  unmet = filter (entry: !(elem entry.type checked.environment.offers)) (
    each (
      application: requirement: asked: [
        {
          inherit application requirement;
          inherit (asked) type;
        }
      ]
    )
  );
}
