/**
  The type that has a form, so that vectors can name types by their forms.
*/
let
  inherit (import ../contract) types;

  fromForm =
    form:
    {
      inherit (types)
        boolean
        colour
        domain
        email
        label
        url
        ;
      text = types.text { inherit (form) min max lines; };
      integer = types.integer { inherit (form) min max; };
      choice = types.choice form.choices;
      list = types.list {
        of = fromForm form.of;
        inherit (form) min max;
      };
      optional = types.optional (fromForm form.of);
      group = types.group (
        map (
          name:
          let
            option = form.options.${name};
          in
          removeAttrs option [
            "kind"
            "choices"
            "lines"
            "max"
            "min"
            "of"
            "options"
            "order"
          ]
          // {
            inherit name;
            type = fromForm option;
          }
        ) form.order
      );
    }
    .${form.kind};
in
fromForm
