/**
  The pages, one for each language: the page's own first, at the root; then the translations, each
  in a folder named by its language. The first of several in one language counts.
*/
options:
let
  inherit (builtins)
    elemAt
    filter
    genList
    length
    listToAttrs
    ;
  inherit (import ./languages.nix) words;

  own = {
    inherit (options)
      language
      title
      tagline
      description
      contactText
      ;
  };
  # `listToAttrs` keeps the first of equal names.
  indices = listToAttrs (
    genList (i: {
      name = (elemAt all i).language;
      value = i;
    }) (length all)
  );
  all = [ own ] ++ options.translations;
  isFirst = i: indices.${(elemAt all i).language} == i;
  firsts = map (elemAt all) (filter isFirst (genList (i: i) (length all)));
in
map (
  page:
  page
  // {
    title = if page.title == "" then options.title else page.title;
    folder = if page.language == options.language then "" else "${page.language}/";
    words = words.${page.language};
  }
) firsts
