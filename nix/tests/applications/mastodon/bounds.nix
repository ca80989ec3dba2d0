/**
  The whole form, with bounds, defaults, choices and conditions.
*/
let
  contract = import ../../../contract;
  inherit (contract.read (import ../../../applications/mastodon)) described;
in
[
  {
    name = "mastodon: its name and version in the catalogue";
    expr = {
      inherit (described) name version;
    };
    expected = {
      name = "mastodon";
      version = "1.0.0";
    };
  }
  {
    name = "mastodon: its form, with bounds and defaults";
    expr = import ../outline.nix described.options;
    expected = [
      "domain: domain immutable"
      "webDomain: optional default null immutable"
      "webDomain?: domain"
      "domainServed: choice visibleWhen [{\"isNot\":[null],\"option\":[\"webDomain\"]}] elsewhere here"
      "alternateDomains: list min 0 max 3 default []"
      "alternateDomains*: domain"
      "title: text min 1 max 80 lines false title"
      "description: text min 0 max 200 lines false default \"\""
      "contactEmail: optional default null"
      "contactEmail?: email"
      "administrator: group immutable"
      "administrator.name: label"
      "administrator.email: email"
      "registration: choice default \"approval\" approval closed open"
      "requireReason: boolean default true visibleWhen [{\"is\":[\"approval\"],\"option\":[\"registration\"]}]"
      "staysOpen: boolean default false visibleWhen [{\"is\":[\"open\"],\"option\":[\"registration\"]}]"
      "emailDomains: list min 0 max 50 default [] visibleWhen [{\"is\":[\"approval\",\"open\"],\"option\":[\"registration\"]}]"
      "emailDomains*: domain"
      "onePerson: boolean default false visibleWhen [{\"is\":[\"closed\"],\"option\":[\"registration\"]}]"
      "language: choice default \"en\" af an ar ast be bg bn br bs ca ckb co cs cy da de el en en-GB eo es es-AR es-MX et eu fa fi fo fr fy ga gd gl he hi hr hu hy id ig io is it ja ka kab kk kn ko ku kw la lt lv mk ml mr ms my nl nn no oc pa pl pt-BR pt-PT ro ru sa sc sco si sk sl sq sr sr-Latn sv szl ta te th tr tt ug uk ur vi zgh zh-CN zh-HK zh-TW"
      "forceLanguage: boolean default false"
      "federation: choice default \"open\" open signed limited"
      "guestsRead: boolean default true visibleWhen [{\"is\":[\"open\",\"signed\"],\"option\":[\"federation\"]}]"
      "mediaStorage: choice default \"bucket\" bucket host immutable"
      "mediaDomain: domain defaultFrom [\"media.\",{\"option\":[\"domain\"]}] visibleWhen [{\"is\":[\"bucket\"],\"option\":[\"mediaStorage\"]}] immutable"
      "mediaSpace: size min 1073741824 max 109951162777600 step 1048576 default 107374182400"
      "remoteMediaDays: optional default 30"
      "remoteMediaDays?: integer min 1 max 3650"
      "addressDays: integer min 1 max 365 default 365"
      "sender: email defaultFrom [\"notifications@\",{\"option\":[\"domain\"]}]"
      "mail: optional default null"
      "mail?: group"
      "mail?.server: domain"
      "mail?.port: port default 587"
      "mail?.security: choice default \"starttls\" starttls tls"
      "mail?.user: optional default null"
      "mail?.user?: text min 1 max 255 lines false"
      "mail?.password: optional default null"
      "mail?.password?: secret min 1 max 200"
      "messagesADay: integer min 1 max 10000000 default 1000 visibleWhen [{\"is\":[null],\"option\":[\"mail\"]}]"
      "cores: integer min 1 max 512 default 4"
      "memory: size min 2147483648 max 8796093022208 step 1048576 default 8589934592"
      "disk: size min 10737418240 max 109951162777600 step 1048576 default 42949672960"
      "webProcesses: integer min 1 max 64 default 2"
      "webThreads: integer min 1 max 64 default 5"
      "jobProcesses: integer min 1 max 16 default 1"
      "jobThreads: integer min 1 max 100 default 25"
      "streamingProcesses: integer min 1 max 16 default 1"
      "queuesMemory: size min 67108864 max 1099511627776 step 1048576 default 268435456"
    ];
  }
]
