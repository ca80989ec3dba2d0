/**
  PeerTube's form: its sections, what has to be said, what can't be changed later, its sizes and its texts.
*/
let
  inherit (builtins)
    attrNames
    concatMap
    filter
    isAttrs
    isList
    match
    ;
  inherit (import ./module.nix) completed faults module;
  inherit (module.described) layout options sizes;
  each = holds: filter (name: holds options.options.${name}) options.order;

  # Labels, helps and summaries at any depth that lack a language.
  isText = name: value: match "label|help|summary" name != null && !(value ? kind);
  isWhole = text: text.en or "" != "" && text.de or "" != "";
  inside =
    name: value:
    if isText name value then (if isWhole value then [ ] else [ value ]) else untranslated value;
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
    name = "PeerTube: nothing is declared wrongly";
    expr = module.faults;
    expected = [ ];
  }
  {
    name = "PeerTube: every text is in English and German";
    expr = untranslated module.described;
    expected = [ ];
  }
  {
    name = "PeerTube: the sections of the form hold every option once";
    expr = map (section: section.options) layout;
    expected = [
      [ "domain" ]
      [
        "title"
        "summary"
        "description"
        "languages"
        "categories"
      ]
      [
        "responsible"
        "terms"
        "codeOfConduct"
        "moderation"
      ]
      [
        "administratorEmail"
        "contactForm"
      ]
      [
        "sender"
        "mail"
      ]
      [
        "registration"
        "registrationLimit"
        "verifyEmail"
        "minimumAge"
        "reviewVideos"
      ]
      [
        "quota"
        "dailyQuota"
        "channels"
      ]
      [
        "cores"
        "memory"
        "disk"
      ]
      [
        "transcoding"
        "resolutions"
        "transcodingJobs"
        "transcodingThreads"
        "keepOriginals"
        "studio"
      ]
      [
        "live"
        "liveProtocol"
        "liveLimit"
        "liveLimitPerPerson"
        "liveDuration"
        "liveReplay"
        "liveResolutions"
        "liveThreads"
      ]
      [
        "importByAddress"
        "synchronisation"
      ]
      [
        "sensitive"
        "mostlySensitive"
        "peerToPeer"
        "shortenAddresses"
      ]
      [
        "federation"
        "followers"
        "followBack"
        "remoteSearch"
      ]
      [
        "storage"
        "mediaDomain"
        "mediaSize"
        "originalsSize"
      ]
    ];
  }
  {
    name = "PeerTube: three things have to be said";
    expr = each (option: !(option ? default) && !(option ? defaultFrom));
    expected = [
      "domain"
      "title"
      "administratorEmail"
    ];
  }
  {
    name = "PeerTube: a domain, and where videos are, can't be changed later";
    expr = each (option: option.immutable);
    expected = [
      "domain"
      "storage"
      "mediaDomain"
    ];
  }
  {
    name = "PeerTube: its title is what lists call it";
    expr = each (option: option.title);
    expected = [ "title" ];
  }
  {
    name = "PeerTube: what always is needed, and what may be";
    expr = { inherit (module.described) needs mayNeed; };
    expected = {
      needs = [
        "dns-name"
        "host"
        "postgresql"
        "redis"
        "secret-file"
        "tls-certificate"
      ];
      mayNeed = [
        "mail-relay"
        "s3-bucket"
      ];
    };
  }
  {
    name = "PeerTube: every size passes with and without buckets";
    expr = concatMap (
      size: faults size.options ++ faults (size.options // { storage = "buckets"; })
    ) sizes;
    expected = [ ];
  }
  {
    name = "PeerTube: sizes say what they preset";
    expr = map (size: [
      size.people
      size.cores
      size.memoryMiB
      size.diskMiB
      size.options.transcodingJobs
      size.options.transcodingThreads
      size.options.mediaSize
      size.options.originalsSize
    ]) sizes;
    expected = [
      [
        20
        2
        4096
        102400
        1
        1
        107374182400
        21474836480
      ]
      [
        100
        4
        6144
        307200
        1
        2
        268435456000
        53687091200
      ]
      [
        1000
        8
        12288
        1048576
        2
        3
        1073741824000
        214748364800
      ]
      [
        5000
        16
        32768
        4194304
        4
        3
        4294967296000
        858993459200
      ]
    ];
  }
  {
    name = "PeerTube: a size presets the host that it says";
    expr = map (
      size:
      {
        inherit (size.options) cores memory disk;
      } == {
        inherit (size) cores;
        memory = size.memoryMiB * 1048576;
        disk = size.diskMiB * 1048576;
      }
    ) sizes;
    expected = [
      true
      true
      true
      true
    ];
  }
  {
    name = "PeerTube: defaults are those of a hundred people";
    expr =
      let
        defaults = completed { storage = "buckets"; };
        usual = (builtins.elemAt sizes 1).options;
      in
      builtins.intersectAttrs usual defaults == usual;
    expected = true;
  }
]
