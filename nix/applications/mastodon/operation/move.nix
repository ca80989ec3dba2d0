/**
  A move to another host. The daily clearing stops first, since its timer would start it again; then what people use; then
  jobs. Units are named one by one, since the target would stop them all at once; and all of them are among those that start,
  since the host lets these wait for what they stand on.

  Afterwards timelines are made anew from the database, and recent attachments from other servers are fetched again where
  they were left out of the copy.
*/
{ options, ... }:
let
  inherit (import ../workers.nix options) units;
  service = name: "${name}.service";
  clearing =
    kind: if options.remoteMediaDays == null then [ ] else [ "mastodon-media-auto-remove.${kind}" ];
  days = if options.remoteMediaDays == null then 30 else options.remoteMediaDays;
  tootctl = import ./tootctl.nix;
in
{
  stop =
    clearing "timer"
    ++ clearing "service"
    ++ map service (units.streaming ++ units.web ++ units.jobs)
    ++ [ "mastodon.target" ];
  start =
    map service (units.setUp ++ units.jobs ++ units.web ++ units.streaming ++ units.settings)
    ++ [ "mastodon.target" ]
    ++ clearing "timer";
  after = [
    (
      tootctl [
        "feeds"
        "build"
        "--all"
      ]
      // {
        label = {
          en = "Making timelines anew";
          de = "Zeitleisten werden neu aufgebaut";
        };
      }
    )
  ]
  ++ (
    if options.mediaStorage == "bucket" then
      [ ]
    else
      [
        (
          tootctl [
            "media"
            "refresh"
            "--force"
            "--days=${toString days}"
          ]
          // {
            label = {
              en = "Fetching recent files from other servers again";
              de = "Neuere Dateien von anderen Servern werden wieder geholt";
            };
          }
        )
      ]
  );
}
