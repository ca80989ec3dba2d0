/**
  Changing any one option of Pixelfed changes what it asks for or how it is configured.
*/
let
  inherit (builtins)
    attrNames
    filter
    removeAttrs
    toJSON
    ;
  inherit (import ./samples.nix)
    application
    elsewhere
    many
    onHost
    requirements
    system
    ;

  # Functions and fakes of packages have no place in JSON: what they were made of has.
  seen =
    changed: resources:
    toJSON [
      (requirements changed)
      (removeAttrs (system changed resources) [ "environment" ])
      (map (package: package.madeOf.text) (system changed resources).environment.systemPackages)
    ];
  open = {
    registration = "open";
  };
  from = base: change: seen base onHost != seen (base // change) onHost;
  fromMany = change: seen many elsewhere != seen (many // change) elsewhere;

  changes = {
    domain = from { } { domain = "pictures.example.net"; };
    name = from { } { name = "Another name"; };
    description = from { } { inherit (many) description; };
    language = from { } { language = "fr"; };
    contactEmail = from { } { inherit (many) contactEmail; };
    registration = from { } open;
    confirmEmail = from open { confirmEmail = false; };
    mostPeople = from open { mostPeople = 5; };
    administrator = from { } {
      administrator = {
        user = "bert";
        email = "anna@example.org";
      };
    };
    fileSize = from { } { inherit (many) fileSize; };
    albumLength = from { } { inherit (many) albumLength; };
    imageQuality = from { } { inherit (many) imageQuality; };
    videos = from { } { videos = true; };
    stories = from { } { stories = true; };
    accountSpace = from { } { accountSpace = 2147483648; };
    storage = fromMany { storage = "host"; };
    mediaDomain = fromMany { mediaDomain = "pictures.example.net"; };
    mediaSpace = fromMany { mediaSpace = 107374182400; };
    sender = from { } { inherit (many) sender; };
    mail = fromMany {
      mail = many.mail // {
        server = "other.example.org";
      };
    };
    cores = from { } { cores = 3; };
    memory = from { } { memory = 8589934592; };
    disk = from { } { disk = 85899345920; };
    webProcesses = from { } { webProcesses = 20; };
    workers = from { } { workers = 7; };
  };
in
[
  {
    name = "every option of pixelfed is looked at here";
    expr = attrNames changes;
    expected = builtins.sort (a: b: a < b) application.described.options.order;
  }
  {
    name = "no option of pixelfed changes nothing";
    expr = filter (name: !changes.${name}) (attrNames changes);
    expected = [ ];
  }
]
