// An application of an outside developer in two versions: a page with one line.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Panel } from '../panel/panel.ts';

/** What makes a server look for it: the directory lies beside the configuration file. */
export const CONFIGURATION = '[modules]\ndirectories = [{ path = "modules", trusted_by = "Ada Lovelace" }]\n';

const text = (words: string) => `{ en = "${words}"; de = "${words}"; }`;

interface Version {
  version: string;
  /** Nix: more options, and what changed since the version before. */
  options: string;
  changes: string;
  /** The option with the line. */
  line: string;
}

const FIRST: Version = {
  version: '1.0.0',
  options: `
    { name = "line"; type = types.text { min = 1; max = 80; }; title = true; label = ${text('Line')}; }
    { name = "ornament"; type = types.text { max = 20; }; default = ""; label = ${text('Ornament')}; }`,
  changes: '',
  line: 'line',
};

const SECOND: Version = {
  version: '2.0.0',
  options: `{ name = "headline"; type = types.text { min = 1; max = 80; }; title = true; label = ${text('Headline')}; }`,
  changes: `
  changes = [ {
    version = "2.0.0";
    renamed = [ { from = [ "line" ]; to = [ "headline" ]; } ];
    removed = [ { option = [ "ornament" ]; reason = ${text('Plain is nicer.')}; } ];
  } ];`,
  line: 'headline',
};

function module({ version, options, changes, line }: Version): string {
  return `{ types }:
{
  contract = 1;
  name = "sign";
  version = "${version}";
  label = ${text('Sign')};
  summary = ${text('One line.')};
  sizes = [ { people = 20; cores = 0; memoryMiB = 0; diskMiB = 1; } ];
  sections = [ {
    label = ${text('Sign')};
    help = ${text('What it says.')};
    options = [
      { name = "name"; type = types.label; immutable = true; label = ${text('Name')}; }
      ${options}
    ];
  } ];
  ${changes}
  requirements = options: { site.static-site = { inherit (options) name; }; };
  sites = { options, ... }: {
    site = {
      files."index.html" = "<!doctype html><html lang=\\"en\\"><title>Sign</title><h1>\${builtins.toJSON options.${line}} ${version}</h1>";
      redirects = [ ];
      headers = [ { path = "/*"; name = "Content-Security-Policy"; value = "default-src 'none'"; } ];
      notFound = null;
    };
  };
}
`;
}

/** Puts a version where the server looks for modules, in the place of an earlier one. */
export function install(panel: Panel, which: 'first' | 'second'): void {
  const directory = join(panel.directory, 'modules/sign');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'default.nix'), module(which === 'first' ? FIRST : SECOND));
  writeFileSync(join(directory, 'README.md'), '# Sign\n\nOptions: `name`, `line`, `ornament`, `headline`.\n');
}
