/**
  Parts that many application modules have, as `types.parts`: options and what is asked for them, made once. Each
  application says in its own words what they are for; a part that doesn't fit is written out by the module itself.
    mail     the sender, and a mail server of the operator's own
    machine  how large the host is, what leads to it, and sizes that preset it
    media    a public bucket, and a domain that stays when the storage changes
    units    bytes of a MiB and of a GiB
*/
types: {
  mail = import ./mail.nix types;
  machine = import ./machine.nix types;
  media = import ./media.nix types;
  units = import ./units.nix;

  /**
    requirement -> field -> a pointer to the result of another requirement, for requests.
  */
  pointer = import ./pointer.nix;
}
