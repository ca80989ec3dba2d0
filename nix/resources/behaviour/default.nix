/**
  What every provider of a resource type must show, as data: each type's `behaviour` makes steps of a completed
  request and its result (chosen and observed), in the order in which they are tried. See actions.nix.

  **Invariant:** steps change only what they make themselves ("behaviour" is in its name) and take it away again.
  They restart servers, and what comes after `withdraw` takes the resource away: not where an application lives.
*/
{
  actions = import ./actions.nix;

  /**
    Whether a step keeps to the vocabulary: one action, and only words of that action.
  */
  isStep =
    step:
    let
      inherit (builtins)
        all
        attrNames
        elem
        head
        length
        ;
      actions = import ./actions.nix;
      names = attrNames step.try;
      action = head names;
    in
    length names == 1
    && actions ? ${action}
    && all (word: elem word actions.${action}.try) (attrNames step.try.${action})
    && attrNames step.see != [ ]
    && all (word: elem word actions.${action}.see) (attrNames step.see);
}
