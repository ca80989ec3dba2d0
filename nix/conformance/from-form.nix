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
        locale
        port
        url
        ;
      text = types.text { inherit (form) min max lines; };
      integer = types.integer { inherit (form) min max; };
      size = types.size { inherit (form) min max step; };
      duration = types.duration { inherit (form) min max step; };
      secret = types.secret { inherit (form) min max; };
      subdomain = types.subdomain { inherit (form) below; };
      choice = types.choice form.choices;
      list = types.list {
        of = fromForm form.of;
        inherit (form) min max;
      };
      optional = types.optional (fromForm form.of);
      group = types.group {
        relations = form.relations or [ ];
        options = map (
          name:
          let
            option = form.options.${name};
          in
          removeAttrs option [
            "below"
            "kind"
            "choices"
            "lines"
            "max"
            "min"
            "of"
            "options"
            "order"
            "relations"
            "step"
          ]
          // {
            inherit name;
            type = fromForm option;
          }
        ) form.order;
      };
    }
    .${form.kind};
in
fromForm
