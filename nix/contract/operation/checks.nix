/**
  How one sees that an application works: an answer to a request from outside, or a unit that is active on its host.
*/
{
  types,
  words,
  line,
  unit,
  ...
}:
types.list {
  max = 50;
  of = types.group {
    options = [
      {
        name = "name";
        type = types.label;
      }
      {
        name = "label";
        type = words;
      }
      {
        name = "url";
        type = types.optional types.url;
        default = null;
      }
      {
        name = "status";
        type = types.integer {
          min = 100;
          max = 599;
        };
        default = 200;
      }
      {
        name = "contains";
        type = types.optional (line 500);
        default = null;
      }
      {
        name = "unit";
        type = types.optional unit;
        default = null;
      }
    ];
    relations = [
      {
        kind = "any";
        options = [
          [ "url" ]
          [ "unit" ]
        ];
      }
    ];
  };
}
