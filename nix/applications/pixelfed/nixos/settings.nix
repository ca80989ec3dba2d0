/**
  Everything that stands in `.env` and is no secret: it is readable in the store.
*/
{
  options,
  relay,
  resources,
}:
let
  inherit (builtins) filter isString listToAttrs;
  dotenv = import ./dotenv.nix;
  declared = filter (entry: entry ? variable) (import ./declared.nix { inherit options; });
  mostPeople = options.mostPeople or null;
in
listToAttrs (
  map (entry: {
    name = entry.variable;
    value = if isString entry.value then dotenv entry.value else entry.value;
  }) declared
)
// import ./database.nix { inherit resources; }
// import ./queues.nix { inherit resources; }
// import ./mail.nix { inherit options relay; }
// import ./media.nix { inherit resources; }
// {
  APP_LOCALE = dotenv options.language;
  # Without it, nothing of the site's own administration could be changed; while migrations run it is off (units.nix).
  ENABLE_CONFIG_CACHE = true;
  # Whoever asks to join would wait for an administrator who knows nothing of it.
  INSTANCE_CUR_REG_NOTIFY_ADMIN_ON_VERIFY = options.registration == "approved";
  PF_ENFORCE_MAX_USERS = mostPeople != null;
  HORIZON_MAX_PROCESSES = options.workers;
  # Requests come from nginx on this host. Upstream believes anybody who says for whom a request is.
  TRUST_PROXIES = "127.0.0.1";
  LOG_LEVEL = "warning";
}
// (if mostPeople == null then { } else { PF_MAX_USERS = mostPeople; })
// (
  if options.contactEmail == null then
    { }
  else
    { INSTANCE_CONTACT_EMAIL = dotenv options.contactEmail; }
)
