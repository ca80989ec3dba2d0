/**
  A system that a peer can be switched to: it imitates the toplevel of a NixOS system, and can be told to go wrong.

  `nix build --file closures --argstr name one --arg exitCode 4` builds one; without nixpkgs, in less than a second.

  # Inputs

  - `name`: of the store path, so that its characters are those of one.
  - `message`: what the peer's web server answers at `/` while the system is live.
  - `www`: a store path with what to answer instead; null for the message.
  - `exitCode`: of `test` and `switch`. 1 (a check before the switch failed) and 11 (another switch is under way) change
    nothing; 4 (a unit failed) and 100 (a reboot is needed) end a switch that was carried out.
  - `unitFails`: a unit `application.service` fails and stays failed; the exit code is 4.
  - `cutsNetwork`: activating it takes the peer off the network. Every other system brings it back.
  - `hangs`: `test` and `switch` never end once the system is live.
  - `seed`: systems of the same seed share what makes them large.
  - `sizeMiB`: of what it needs beside itself, in store paths of at most 32 MiB that hardly compress.
*/
{
  name,
  system ? "x86_64-linux",
  message ? name,
  www ? null,
  exitCode ? 0,
  unitFails ? false,
  cutsNetwork ? false,
  hangs ? false,
  seed ? 0,
  sizeMiB ? 0,
}:
let
  inherit (builtins) genList isInt toFile;

  word = value: if value then "yes" else "no";

  # Numbers and words only: nothing here can be more than a value to the shell that reads it.
  settings = toFile "settings" ''
    exit_code=${
      toString (
        assert isInt exitCode;
        exitCode
      )
    }
    unit_fails=${word unitFails}
    cuts_network=${word cutsNetwork}
    hangs=${word hangs}
  '';

  ballast = import ./ballast.nix { inherit system; };
  partMiB = 32;
  parts = genList (
    index:
    ballast {
      index = seed * 1000 + index;
      sizeMiB = if (index + 1) * partMiB > sizeMiB then sizeMiB - index * partMiB else partMiB;
    }
  ) ((sizeMiB + partMiB - 1) / partMiB);
in
derivation {
  inherit name system;
  builder = "/bin/sh";
  PATH = "/usr/bin:/bin";
  preferLocalBuild = true;
  allowSubstitutes = false;
  args = [
    "-eu"
    ./assemble.sh
    ./switch-to-configuration.sh
    ./activate.sh
    settings
    (toFile "message" message)
    (if www == null then "" else www)
  ]
  ++ parts;
}
