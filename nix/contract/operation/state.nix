/**
  What has to be kept, in the order in which it is backed up. `of` names requirements whose results say where it is:
    secrets    what must never change, first, since nothing else can be read without it
    database   a dump of it
    directory  files below `path` that belong to `owner`, but for what `exclude` names below it
    bucket     all objects
    queue      what waits to be done
  What is `rebuilt` comes back by itself, and may be left out.
*/
{
  types,
  path,
  line,
  ...
}:
let
  several = {
    min = 0;
    max = 100;
  };
  word = value: {
    inherit value;
    label = {
      en = value;
      de = value;
    };
  };
in
types.list {
  max = 100;
  of = types.group [
    {
      name = "kind";
      type = types.choice (
        map word [
          "bucket"
          "database"
          "directory"
          "queue"
          "secrets"
        ]
      );
    }
    {
      name = "of";
      type = types.list (several // { of = line 64; });
      default = [ ];
    }
    {
      name = "path";
      type = types.optional path;
      default = null;
    }
    {
      name = "owner";
      type = types.optional (line 32);
      default = null;
    }
    {
      name = "exclude";
      type = types.list (several // { of = line 255; });
      default = [ ];
    }
    {
      name = "rebuilt";
      type = types.boolean;
      default = false;
    }
  ];
}
