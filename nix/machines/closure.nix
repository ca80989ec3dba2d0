/**
  What is built of a deployment on several machines: `hosts/<name>` is the system of each. Names and systems are
  arguments: nothing is spliced into the script.
*/
{
  system,
  name,
  systems,
}:
derivation {
  name = "hosts-of-${name}";
  inherit system;
  builder = "/bin/sh";
  PATH = "/usr/bin:/bin";
  preferLocalBuild = true;
  allowSubstitutes = false;
  args = [
    "-euc"
    ''
      mkdir -p "$out/hosts"
      while [ $# -gt 0 ]; do
        ln -s "$2" "$out/hosts/$1"
        shift 2
      done
    ''
    "hosts"
  ]
  ++ builtins.concatMap (host: [
    host
    "${systems.${host}}"
  ]) (builtins.attrNames systems);
}
