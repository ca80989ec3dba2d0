/**
  Pixelfed's form: what it asks, and what it refuses.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    concatStringsSep
    isAttrs
    isList
    match
    ;
  inherit (import ./samples.nix)
    application
    check
    many
    options
    ;
  inherit (application) described;
  codes = changed: map ({ path, code, ... }: concatStringsSep " " (path ++ [ code ])) (check changed);

  # Texts at any depth that lack a language. An option can be named "label".
  isText = name: value: match "label|help|summary" name != null && !(value ? kind);
  isComplete = text: text ? en && text ? de;
  inside =
    name: value:
    if isText name value then (if isComplete value then [ ] else [ value ]) else untranslated value;
  untranslated =
    value:
    if isList value then
      concatMap untranslated value
    else if isAttrs value then
      concatMap (name: inside name value.${name}) (attrNames value)
    else
      [ ];
in
[
  {
    name = "pixelfed's form has these options, in this order";
    expr = map (section: section.options) described.layout;
    expected = [
      [ "domain" ]
      [
        "name"
        "description"
        "language"
        "contactEmail"
      ]
      [
        "registration"
        "confirmEmail"
        "mostPeople"
      ]
      [ "administrator" ]
      [
        "fileSize"
        "albumLength"
        "imageQuality"
        "videos"
        "stories"
        "accountSpace"
      ]
      [
        "storage"
        "mediaDomain"
        "mediaSpace"
      ]
      [
        "sender"
        "mail"
      ]
      [
        "cores"
        "memory"
        "disk"
        "webProcesses"
        "workers"
      ]
    ];
  }
  {
    name = "pixelfed is in the catalogue under its name";
    expr = {
      inherit (described) name version;
    };
    expected = {
      name = "pixelfed";
      version = "1.0.0";
    };
  }
  {
    name = "pixelfed declares nothing wrongly";
    expr = application.faults;
    expected = [ ];
  }
  {
    name = "every text of pixelfed's form is in English and German";
    expr = untranslated described;
    expected = [ ];
  }
  {
    name = "what other networks know pixelfed by can't be changed later";
    expr = builtins.filter (name: described.options.options.${name}.immutable) described.options.order;
    expected = [
      "domain"
      "storage"
      "mediaDomain"
    ];
  }
  {
    name = "domain, name and administrator are enough for pixelfed";
    expr = codes { };
    expected = [ ];
  }
  {
    name = "an open pixelfed needs nothing more";
    expr = codes { registration = "open"; };
    expected = [ ];
  }
  {
    name = "pixelfed can be told everything";
    expr = codes many;
    expected = [ ];
  }
  {
    name = "photos in a bucket are below the site's domain, unless they get another one";
    expr =
      map
        (
          changed:
          (options (
            {
              storage = "bucket";
            }
            // changed
          )).mediaDomain
        )
        [
          { }
          { mediaDomain = "pictures.example.net"; }
        ];
    expected = [
      "media.photos.example.org"
      "pictures.example.net"
    ];
  }
  {
    name = "what doesn't apply to pixelfed isn't there";
    expr = map (name: (options { mostPeople = 7; }) ? ${name}) [
      "confirmEmail"
      "mostPeople"
      "mediaDomain"
      "mediaSpace"
    ];
    expected = [
      false
      false
      false
      false
    ];
  }
  {
    name = "pixelfed's bounds hold";
    expr = concatMap codes [
      { domain = "localhost"; }
      { name = "two\nlines"; }
      { name = " "; }
      { language = "xx"; }
      { registration = "maybe"; }
      {
        registration = "open";
        mostPeople = 0;
      }
      { administrator.user = "anna"; }
      {
        administrator = {
          user = "Anna B";
          email = "anna@example.org";
        };
      }
      { fileSize = 1048577; }
      { fileSize = 1047552; }
      { fileSize = 2147484672; }
      { albumLength = 101; }
      { imageQuality = 0; }
      { accountSpace = 1048576; }
      {
        storage = "bucket";
        mediaSpace = 1073741825;
      }
      {
        storage = "bucket";
        mediaDomain = "photos.example.org";
      }
      {
        mail = {
          server = "smtp.example.org";
          user = "u";
        };
      }
      { memory = 1073741824; }
      { disk = 21474836481; }
      { webProcesses = 3; }
      { workers = 0; }
    ];
    expected = [
      "domain not-a-domain"
      "sender missing"
      "name line-break"
      "name too-short"
      "language not-a-choice"
      "registration not-a-choice"
      "mostPeople not-between"
      "administrator email missing"
      "administrator user not-a-label"
      "fileSize not-a-multiple"
      "fileSize not-between"
      "fileSize not-between"
      "albumLength not-between"
      "imageQuality not-between"
      "accountSpace not-between"
      "mediaSpace not-a-multiple"
      "mediaDomain not-different"
      "mail password not-together"
      "memory not-between"
      "disk not-a-multiple"
      "webProcesses not-between"
      "workers not-between"
    ];
  }
]
