/**
  Who runs it, and what visitors see first.
*/
options: {
  instance = {
    name = options.title;
    short_description = options.summary;
    inherit (options) description terms;
    code_of_conduct = options.codeOfConduct;
    moderation_information = options.moderation;
    administrator = options.responsible;
    # Null is "not said", an empty list would be none.
    languages = if options.languages == [ ] then null else options.languages;
    categories =
      if options.categories == [ ] then
        null
      else
        map (import ../../categories.nix).number options.categories;
    is_nsfw = options.mostlySensitive;
    default_nsfw_policy = options.sensitive;
  };

  admin.email = options.administratorEmail;
  contact_form.enabled = options.contactForm;

  # Without its tracker, browsers don't find each other.
  defaults.p2p = {
    webapp.enabled = options.peerToPeer;
    embed.enabled = options.peerToPeer;
  };
  tracker.enabled = options.peerToPeer;

  log.anonymize_ip = options.shortenAddresses;
}
