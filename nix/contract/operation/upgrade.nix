/**
  What another version of the application does to what is kept: whether one can go back without a dump, which
  requirements are dumped before, and what an operator should know.
*/
{
  types,
  words,
  line,
  ...
}:
types.group [
  {
    name = "reversible";
    type = types.boolean;
  }
  {
    name = "dump";
    type = types.list {
      max = 20;
      of = line 64;
    };
    default = [ ];
  }
  {
    name = "notes";
    type = types.optional words;
    default = null;
  }
]
