/**
  What is built for a Linux machine.
*/
let
  inherit (builtins)
    elemAt
    filter
    genList
    isAttrs
    length
    map
    match
    readFile
    toJSON
    ;
  inherit (import ../nixpkgs/lib) hasInfix;
  environment = import ../../environments/linux { contract = import ../../contract; };
  hostile = "\"; } $(id) \${x} ''";

  settings = {
    machine.name = "web";
    webRoot = "/srv/sites";
    certificate = null;
    port = null;
  };
  deployment = id: {
    inherit id;
    name = "town";
  };
  applications.home.requirements.site = {
    type = "static-site";
    result = {
      host = "town.example.org";
      address = "http://town.example.org";
    };
    content = {
      files = {
        "index.html" = hostile;
        "de/${hostile}" = "Hallo";
      };
      redirects = [
        {
          path = "/old";
          to = "/${hostile}";
          status = 301;
          keepQuery = true;
        }
      ];
      headers = [ ];
      notFound = null;
    };
  };
  system = "x86_64-linux";

  realise =
    id:
    environment.realise {
      inherit applications settings system;
      deployment = deployment id;
    };
  systemOf =
    id:
    import ../../environments/linux/system.nix {
      inherit settings system;
      deployment = deployment id;
      sites = import ../../sites/of.nix applications;
    };
  realised = realise "0199c2f0-7a51";
  made = systemOf "0199c2f0-7a51";

  # After the script and its name: two arguments in turn.
  rest = { args, ... }: genList (i: elemAt args (i + 3)) (length args - 3);
in
[
  {
    name = "linux: the closure has the machine's system under its name";
    expr = [
      realised.closure.name
      (map (argument: match "/nix/store/[0-9a-z]{32}-sites-of-town" argument != null) (
        rest realised.closure
      ))
      (elemAt (rest realised.closure) 0)
    ];
    expected = [
      "hosts-of-town"
      [
        false
        true
      ]
      "web"
    ];
  }
  {
    name = "linux: the link is the deployment's own, below the directory of the sites";
    expr = made.link;
    expected = "/srv/sites/0199c2f0-7a51";
  }
  {
    name = "linux: names of files are arguments, and texts store files only";
    expr =
      let
        laid = rest made;
        every = remainder: genList (i: elemAt laid (2 * i + remainder)) (length laid / 2);
      in
      [
        (every 0)
        (filter (path: match "/nix/store/[0-9a-z]{32}-file" path == null) (every 1))
        (filter (argument: isAttrs argument || hasInfix "$(id)" argument) [
          (elemAt made.args 1)
          made.link
          made.variable
          made.name
        ])
      ];
    expected = [
      [
        "sites/home.site/de/${hostile}"
        "sites/home.site/index.html"
      ]
      [ ]
      [ ]
    ];
  }
  {
    name = "linux: what nginx includes is there when it is built, and so is the program";
    expr = map (path: match "/nix/store/[0-9a-z]{32}-(nginx.conf|switch-to-configuration)" path) [
      made.configuration
      made.program
    ];
    expected = [
      [ "nginx.conf" ]
      [ "switch-to-configuration" ]
    ];
  }
  {
    name = "linux: the program knows these words";
    expr =
      filter (word: !(hasInfix word (readFile ../../environments/linux/switch-to-configuration.sh)))
        [
          "dry-activate)"
          "switch | test)"
          "boot)"
          "off)"
        ];
    expected = [ ];
  }
  {
    name = "linux: two deployments have no variable in common";
    expr = map (id: (systemOf id).variable) [
      "a"
      "b"
    ];
    expected = [
      "fediversity_ca978112ca1bbdca_closure"
      "fediversity_3e23e8160039594a_closure"
    ];
  }
  {
    name = "linux: the same content gives the same closure, another deployment another";
    expr = map (id: toJSON (realise id).closure == toJSON realised.closure) [
      "0199c2f0-7a51"
      "other"
    ];
    expected = [
      true
      false
    ];
  }
  {
    name = "linux: an id that would lead elsewhere is refused";
    expr = map (id: map (finding: finding.code) (realise id).findings) [
      "../town"
      ".town"
      ""
      "0199c2f0-7a51"
    ];
    expected = [
      [ "not-a-label" ]
      [ "not-a-label" ]
      [ "not-a-label" ]
      [ ]
    ];
  }
]
