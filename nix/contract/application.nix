/**
  An application module, read:
    contract      1, the version of the contract that it keeps
    name, version, label, summary
    sizes         [ { people, cores, memoryMiB, diskMiB, options? } ]: what so many people need, and
                  the options that are preset for them
    sections      [ { label, help, options = [ option ] } ], in the order of the form
    changes       of options since earlier versions, if there are any (see migrate.nix)
    relations     between options of all sections, if there are any (see types/relations.nix)
    refusals      options -> [ { path, code } ], for what no type and no relation can say of completed options, if
                  there is any; `path` leads to the option, `code` is one of refusable.nix
    requirements  options -> { <requirement> = { <resource type> = request or null; }; }
    sites         { options, resources } -> { <requirement> = content; }, for static sites
    excludes      resource types that no other application may have on its host, if there are any
    nixos         { options, resources } -> NixOS module, for what runs on a host
    address, state, checks, administrator, move, upgrade: what there is to say of running it (see operation/)
  The names that `requirements` gives never depend on the values of options. What is null is not needed with these options.
*/
{ types }:
{ contract, ... }@module:
let
  inherit (builtins)
    attrNames
    attrValues
    concatMap
    filter
    head
    listToAttrs
    mapAttrs
    removeAttrs
    tail
    ;
  inherit (import ./finding.nix) finding;

  declared = concatMap (section: section.options) module.sections;
  titles = filter (option: option.title or false) declared;
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
  requestOf = requirement: requirement.${typeOf requirement};

  # Which types are needed is known before any value is: these values must not be looked at. Whether one is always
  # needed shows in whether an answer needs the values.
  unseen = attrValues (module.requirements (throw "requirements depend on values"));
  isAlways = requirement: (builtins.tryEval (requestOf requirement != null)).value;
  distinct =
    requirements:
    attrNames (
      listToAttrs (
        map (requirement: {
          name = typeOf requirement;
          value = null;
        }) requirements
      )
    );
  needs = distinct (filter isAlways unseen);

  # An application of nothing but sites is where its first site is.
  addressOfSite =
    { resources, ... }:
    let
      sites = filter (result: result ? address) (attrValues resources);
    in
    if sites == [ ] then null else (head sites).address;
  address = module.address or addressOfSite;
  answers =
    given:
    if address given == null then
      [ ]
    else
      [
        {
          name = "page";
          label = {
            en = "The page answers";
            de = "Die Seite antwortet";
          };
          url = address given;
        }
      ];
in
assert contract == 1;
{
  inherit options;
  inherit (module) name;

  /**
    The names of its requirements, whatever the options are.
  */
  names = attrNames (module.requirements (throw "requirements depend on values"));

  /**
    The requirements of completed options: `{ <requirement> = { type, request }; }`, without those that are not needed.
  */
  requirements =
    values:
    let
      asked = module.requirements values;
      unneeded = filter (name: requestOf asked.${name} == null) (attrNames asked);
    in
    mapAttrs (_: requirement: {
      type = typeOf requirement;
      request = requestOf requirement;
    }) (removeAttrs asked unneeded);

  /**
    What it refuses itself, of completed options.
  */
  refusals = module.refusals or (_: [ ]);

  /**
    The content of its sites, given completed options and the chosen results by requirement.
  */
  sites = module.sites or (_: { });

  /**
    Resource types that can't be met for other applications on its host.
  */
  excludes = module.excludes or [ ];

  /**
    Its NixOS module, given the same; null if it needs none.
  */
  nixos = module.nixos or null;

  inherit address;
  state = module.state or (_: [ ]);
  checks = module.checks or answers;
  administrator = module.administrator or (_: null);
  move = module.move or (_: { });
  upgrade = module.upgrade or { reversible = true; };

  /**
    path -> version -> stored options of that version -> the same for this version.
  */
  migrate = import ./migrate.nix history;

  /**
    What is wrong with its options, changes and presets as it declares them, for whoever writes it.
  */
  faults =
    options.faults [ "options" ]
    ++ concatMap (
      option:
      finding [
        "options"
        option.name
        "title"
      ] "second-title" (head titles).name
    ) (if titles == [ ] then [ ] else tail titles)
    ++ import ./changes.nix history [ "changes" ]
    ++ import ./preset.nix declared [ "sizes" ] module.sizes;

  /**
    What the catalogue says of it. `needs` are types that it always asks for, `mayNeed` those that depend on options.
  */
  described = {
    inherit (module)
      contract
      label
      name
      summary
      version
      ;
    inherit needs;
    mayNeed = filter (type: !(builtins.elem type needs)) (distinct unseen);
    sizes = map (size: { options = { }; } // size) module.sizes;
    options = options.form;
    layout = map (section: {
      inherit (section) help label;
      options = map (option: option.name) section.options;
    }) module.sections;
  };
}
