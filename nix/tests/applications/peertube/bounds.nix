/**
  The whole form, with bounds, defaults, choices and conditions.
*/
let
  contract = import ../../../contract;
  inherit (contract.read (import ../../../applications/peertube)) described;
in
[
  {
    name = "PeerTube: its name and version in the catalogue";
    expr = {
      inherit (described) name version;
    };
    expected = {
      name = "peertube";
      version = "1.0.0";
    };
  }
  {
    name = "PeerTube: its form, with bounds and defaults";
    expr = import ../outline.nix described.options;
    expected = [
      "domain: domain immutable"
      "title: text min 1 max 80 lines false title"
      "summary: text min 0 max 250 lines false default \"\""
      "description: text min 0 max 10000 lines true default \"\""
      "languages: list min 0 max 40 default []"
      "languages*: choice en de fr nl es ca eu gl pt it oc br cy ga gd da nb nn sv is fi et lv lt pl cs sk sl hr hu ro bg el uk ru tr he ar fa ja"
      "categories: list min 0 max 18 default []"
      "categories*: choice 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"
      "responsible: text min 0 max 20000 lines true default \"\""
      "terms: text min 0 max 20000 lines true default \"\""
      "codeOfConduct: text min 0 max 20000 lines true default \"\""
      "moderation: text min 0 max 20000 lines true default \"\""
      "administratorEmail: email"
      "contactForm: boolean default true"
      "sender: email defaultFrom [\"post@\",{\"option\":[\"domain\"]}]"
      "mail: optional default null"
      "mail?: group"
      "mail?.server: domain"
      "mail?.security: choice default \"starttls\" starttls tls"
      "mail?.port: optional default null"
      "mail?.port?: port"
      "mail?.user: optional default null"
      "mail?.user?: text min 1 max 255 lines false"
      "mail?.password: optional default null"
      "mail?.password?: secret min 1 max 200"
      "registration: choice default \"closed\" closed approved open"
      "registrationLimit: optional default null visibleWhen [{\"isNot\":[\"closed\"],\"option\":[\"registration\"]}]"
      "registrationLimit?: integer min 1 max 1000000"
      "verifyEmail: boolean default true visibleWhen [{\"isNot\":[\"closed\"],\"option\":[\"registration\"]}]"
      "minimumAge: integer min 1 max 99 default 16 visibleWhen [{\"isNot\":[\"closed\"],\"option\":[\"registration\"]}]"
      "reviewVideos: boolean default false"
      "quota: optional default 53687091200"
      "quota?: size min 1073741824 max 109951162777600 step 1"
      "dailyQuota: optional default null"
      "dailyQuota?: size min 1073741824 max 109951162777600 step 1"
      "channels: integer min 1 max 1000 default 20"
      "cores: integer min 2 max 512 default 4"
      "memory: size min 2147483648 max 8796093022208 step 1048576 default 6442450944"
      "disk: size min 21474836480 max 1125899906842624 step 1048576 default 322122547200"
      "transcoding: boolean default true"
      "resolutions: list min 1 max 9 default [\"360p\",\"720p\",\"1080p\"] visibleWhen [{\"is\":[true],\"option\":[\"transcoding\"]}]"
      "resolutions*: choice 0p 144p 240p 360p 480p 720p 1080p 1440p 2160p"
      "transcodingJobs: integer min 1 max 64 default 1 visibleWhen [{\"is\":[true],\"option\":[\"transcoding\"]}]"
      "transcodingThreads: integer min 1 max 64 default 2 visibleWhen [{\"is\":[true],\"option\":[\"transcoding\"]}]"
      "keepOriginals: boolean default false visibleWhen [{\"is\":[true],\"option\":[\"transcoding\"]}]"
      "studio: boolean default false visibleWhen [{\"is\":[true],\"option\":[\"transcoding\"]}]"
      "live: boolean default false"
      "liveProtocol: choice default \"both\" visibleWhen [{\"is\":[true],\"option\":[\"live\"]}] rtmps rtmp both"
      "liveLimit: optional default 3 visibleWhen [{\"is\":[true],\"option\":[\"live\"]}]"
      "liveLimit?: integer min 1 max 1000"
      "liveLimitPerPerson: optional default 1 visibleWhen [{\"is\":[true],\"option\":[\"live\"]}]"
      "liveLimitPerPerson?: integer min 1 max 1000"
      "liveDuration: optional default 21600 visibleWhen [{\"is\":[true],\"option\":[\"live\"]}]"
      "liveDuration?: duration min 60 max 31536000 step 1"
      "liveReplay: boolean default true visibleWhen [{\"is\":[true],\"option\":[\"live\"]},{\"is\":[true],\"option\":[\"transcoding\"]}]"
      "liveResolutions: list min 0 max 9 default [] visibleWhen [{\"is\":[true],\"option\":[\"live\"]}]"
      "liveResolutions*: choice 0p 144p 240p 360p 480p 720p 1080p 1440p 2160p"
      "liveThreads: integer min 1 max 64 default 2 visibleWhen [{\"is\":[true],\"option\":[\"live\"]},{\"isNot\":[[]],\"option\":[\"liveResolutions\"]}]"
      "importByAddress: boolean default false"
      "synchronisation: boolean default false visibleWhen [{\"is\":[true],\"option\":[\"importByAddress\"]}]"
      "sensitive: choice default \"do_not_list\" do_not_list blur display"
      "mostlySensitive: boolean default false"
      "peerToPeer: boolean default true"
      "shortenAddresses: boolean default true"
      "federation: boolean default true"
      "followers: choice default \"everybody\" visibleWhen [{\"is\":[true],\"option\":[\"federation\"]}] everybody approved nobody"
      "followBack: boolean default false visibleWhen [{\"is\":[true],\"option\":[\"federation\"]}]"
      "remoteSearch: boolean default false visibleWhen [{\"is\":[true],\"option\":[\"federation\"]}]"
      "storage: choice default \"host\" host buckets immutable"
      "mediaDomain: domain defaultFrom [\"media.\",{\"option\":[\"domain\"]}] visibleWhen [{\"is\":[\"buckets\"],\"option\":[\"storage\"]}] immutable"
      "mediaSize: size min 1073741824 max 1125899906842624 step 1048576 default 268435456000 visibleWhen [{\"is\":[\"buckets\"],\"option\":[\"storage\"]}]"
      "originalsSize: size min 1073741824 max 1125899906842624 step 1048576 default 53687091200 visibleWhen [{\"is\":[\"buckets\"],\"option\":[\"storage\"]}]"
    ];
  }
]
