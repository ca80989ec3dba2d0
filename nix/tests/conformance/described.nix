/**
  What a check finds in what a module says of itself: attributes, texts, options and refusals, each with its place.
*/
let
  inherit (builtins) map;
  changed = import ./changed.nix;
  lines = import ./lines.nix;
  # An option more, in a section of its own.
  withOption = option: said: types: {
    sections = said.sections ++ [
      (
        (builtins.head said.sections)
        // {
          options = [ (option types) ];
        }
      )
    ];
  };
  label = {
    en = "Label";
    de = "Beschriftung";
  };
  cores = _: {
    path = [ "cores" ];
    code = "not-between";
  };
  refusing = refusal: _: _: { refusals = options: [ (refusal options) ]; };
in
[
  {
    name = "an attribute that nobody knows is told below its option, with those that there are";
    expr =
      map
        (found: {
          inherit (found) path among;
        })
        (
          changed "shape" (
            withOption (types: {
              name = "extra";
              type = types.boolean;
              inherit label;
              heading = true;
            })
          )
        );
    expected = [
      {
        path = [
          "options"
          "extra"
          "heading"
        ];
        among = [
          "name"
          "type"
          "label"
          "help"
          "example"
          "default"
          "immutable"
          "title"
          "visibleWhen"
          "defaultFrom"
        ];
      }
    ];
  }
  {
    name = "the same holds inside of a group, where only the form knows it";
    expr = lines (
      changed "texts" (
        withOption (types: {
          name = "domain";
          inherit label;
          type = types.group [
            {
              name = "inner";
              type = types.boolean;
              inherit label;
              heading = true;
            }
          ];
        })
      )
    );
    expected = [ "options.domain.inner.heading: unknown 1" ];
  }
  {
    name = "a label that is missing is told with the file and line of its option";
    expr = map (found: found.at) (
      changed "texts" (
        said: _: {
          sections = map (
            section: section // { options = map (option: removeAttrs option [ "label" ]) section.options; }
          ) [ (builtins.head said.sections) ];
        }
      )
    );
    expected = [ "options/address.nix:16" ];
  }
  {
    name = "an option that README.md does not name is told";
    expr = lines (
      changed "texts" (
        withOption (types: {
          name = "extra";
          type = types.boolean;
          inherit label;
        })
      )
    );
    expected = [ "options.extra: not-in-readme" ];
  }
  {
    name = "only one option gives a deployment its name in lists";
    expr = lines (
      changed "options" (
        withOption (types: {
          name = "text";
          type = types.boolean;
          inherit label;
          title = true;
        })
      )
    );
    expected = [ "options.text.title: second-title domain" ];
  }
  {
    name = "a name that the library has is taken";
    expr =
      let
        contract = import ../../contract;
        said = { types }: import ../../conformance/skeleton { inherit types; } // { name = "homepage"; };
        found =
          directory:
          ((import ../../conformance/check).shape {
            inherit contract directory;
            inherit (contract) types;
            name = "homepage";
            source = said;
            said = said { inherit (contract) types; };
          }).findings;
      in
      [
        (lines (found ../../conformance/skeleton))
        (lines (found ../../applications/homepage))
      ];
    expected = [
      [ "name: name-taken homepage" ]
      [ ]
    ];
  }
  {
    name = "a refusal is a path to an option and a code that everybody knows";
    expr = map (refusal: lines (changed "requirements" (refusing refusal))) [
      (options: cores options // { code = "out-of-range"; })
      (options: cores options // { path = [ "core" ]; })
      (
        options:
        cores options
        // {
          path = [
            "cores"
            0
          ];
        }
      )
      (options: cores options // { got = 1; })
      (_: "cores")
    ];
    expected = [
      [ "refusals.0.code: not-refusable out-of-range" ]
      [ "refusals.0.path: no-option core" ]
      [ "refusals.0.path: no-option cores.0" ]
      [ "refusals.0: not-a-refusal set" ]
      [ "refusals.0: not-a-refusal cores" ]
    ];
  }
  {
    name = "a refusal of some options, as it should be, is nothing to tell";
    expr = changed "requirements" (
      _: _: {
        refusals = options: if options.cores > 8 then [ (cores options) ] else [ ];
      }
    );
    expected = [ ];
  }
]
