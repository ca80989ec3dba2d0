/**
  The closure of a system.
*/
let
  inherit (builtins)
    deepSeq
    fromJSON
    toJSON
    tryEval
    ;
  evaluate = import ./evaluate.nix;
  toplevel = module: (evaluate [ module ]).config.system.build.toplevel;
  builds = module: (tryEval (deepSeq (toplevel module).drvPath null)).success;
  pathOf = module: toJSON (toplevel module);
in
[
  {
    name = "it holds what was set";
    expr =
      fromJSON
        (toplevel (
          { pkgs, lib, ... }: {
            services.nginx.enable = true;
            environment.systemPackages = [ pkgs.jq ];
            services.redis.servers = lib.mkIf false { a.enable = true; };
          }
        )).configuration;
    expected = {
      environment.systemPackages = [ "/nix/store/00000000000000000000000000000000-jq-0" ];
      networking.hostName = "town";
      services.nginx.enable = true;
      system.stateVersion = "26.05";
    };
  }
  {
    name = "the same configuration is the same closure, another one isn't";
    expr = map (module: pathOf module == pathOf { time.timeZone = "Europe/Paris"; }) [
      { imports = [ { time.timeZone = "Europe/Paris"; } ]; }
      ({ lib, ... }: {
        time.timeZone = lib.mkMerge [
          (lib.mkDefault "Europe/Rome")
          "Europe/Paris"
        ];
      })
      { time.timeZone = "Europe/Rome"; }
    ];
    expected = [
      true
      true
      false
    ];
  }
  {
    name = "a text in the store changes it";
    expr =
      let
        with' = text: pathOf ({ pkgs, ... }: { environment.etc.motd.source = pkgs.writeText "motd" text; });
      in
      with' "a" == with' "b";
    expected = false;
  }
  {
    name = "an assertion that fails stops it, a warning doesn't";
    expr = map builds [
      { }
      {
        assertions = [
          {
            assertion = true;
            message = "held";
          }
        ];
      }
      {
        assertions = [
          {
            assertion = false;
            message = "not held";
          }
        ];
      }
      { services.nginx.enabled = true; }
      { services.nginx.enable = "yes"; }
    ];
    expected = [
      true
      true
      false
      false
      false
    ];
  }
  {
    name = "its name says which host it's for";
    expr = (toplevel { }).name;
    expected = "nixos-system-town-26.05";
  }
]
