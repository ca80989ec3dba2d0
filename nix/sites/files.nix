/**
  Files to be laid out: `{ <path> = text; }` below a directory as `[ path (store file) ... ]`. A store file's name can't hold
  every path, and nothing depends on it.
*/
directory: files:
builtins.concatMap (path: [
  "${directory}/${path}"
  (builtins.toFile "file" files.${path})
]) (builtins.attrNames files)
