/**
  An application module, read:
    contract      1, the version of the contract that it keeps
    name, version, label, summary
    sizes         [ { people, cores, memoryMiB, diskMiB, options? } ]: what so many people need, and
                  the options that are preset for them
    sections      [ { label, help, options = [ option ] } ], in the order of the form
    changes       of options since earlier versions, if there are any (see migrate.nix)
    relations     between options of all sections, if there are any (see types/relations.nix)
    requirements  options -> { <requirement> = { <resource type> = request; }; }
    sites         { options, resources } -> { <requirement> = content; }, for static sites
  The names that `requirements` gives never depend on the values of options.
*/
{ types }:
{ contract, ... }@module:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    head
    listToAttrs
    ;

  declared = concatMap (section: section.options) module.sections;
  options = types.group {
    options = declared;
    relations = module.relations or [ ];
  };

  history = {
    inherit options;
    inherit (module) version;
    changes = module.changes or [ ];
  };

  typeOf = requirement: head (attrNames requirement);

  # Which types are needed is known before any value is: these values must not be looked at.
  needs = map typeOf (attrValues (module.requirements (throw "requirements depend on values")));
  distinct =
    names:
    attrNames (
      listToAttrs (
        map (name: {
          inherit name;
          value = null;
        }) names
      )
    );
in
assert contract == 1;
{
  inherit options;
  inherit (module) name;

  /**
    The requirements of completed options: `{ <requirement> = { type, request }; }`.
  */
  requirements =
    values:
    builtins.mapAttrs (_: requirement: {
      type = typeOf requirement;
      request = requirement.${typeOf requirement};
    }) (module.requirements values);

  /**
    The content of its sites, given completed options and the chosen results by requirement.
  */
  sites = module.sites or (_: { });

  /**
    path -> version -> stored options of that version -> the same for this version.
  */
  migrate = import ./migrate.nix history;

  /**
    What is wrong with its options, changes and presets as it declares them, for whoever writes it.
  */
  faults =
    options.faults [ "options" ]
    ++ import ./changes.nix history [ "changes" ]
    ++ import ./preset.nix declared [ "sizes" ] module.sizes;

  /**
    What the catalogue says of it.
  */
  described = {
    inherit (module)
      contract
      label
      name
      summary
      version
      ;
    sizes = map (size: { options = { }; } // size) module.sizes;
    needs = distinct needs;
    options = options.form;
    layout = map (section: {
      inherit (section) help label;
      options = map (option: option.name) section.options;
    }) module.sections;
  };
}
