// What journeys to machines of a hosting provider have: hosts, a server that knows them, and browsers that find them.
import { join } from 'node:path';
import { Host } from './panel/host.ts';
import { ROOT } from './panel/panel.ts';
import { expect, test as base } from './test.ts';

export { expect };

/** Hosts, by the environment that each is the machine of. */
export interface Machines {
  /** Debian, with its own nginx: environment `linux`. */
  web: Host;
  /** The same once more; a second environment says of it that it has another host key. */
  annex: Host;
  /** NixOS: environment `ssh`. */
  cellar: Host;
}

export const WEB = { name: 'Web space', base: 'web.sites.example' };
export const ANNEX = { name: 'Annex', base: 'annex.sites.example' };
export const MISTAKEN = { name: 'Mistaken annex', base: 'mistaken.sites.example' };
export const CELLAR = { name: 'Cellar', base: 'localhost' };

function linux({ name, base }: typeof WEB, host: Host, hostKey = host.hostKey): string {
  return `
[[environments]]
kind = "linux"
name = "${name}"
[environments.settings]
machine = { name = "web", address = "${host.address}", port = ${host.port}, hostKey = "${hostKey}" }
access = { key = { file = "${host.keyFile}" } }
base = "${base}"
`;
}

function ssh({ name }: typeof CELLAR, host: Host): string {
  return `
[[environments]]
kind = "ssh"
name = "${name}"
layout = "all-in-one"
[environments.settings]
access = { key = { file = "${host.keyFile}" }, publicKeys = ["${host.publicKey}"] }
[[environments.settings.machines]]
name = "oak"
address = "${host.address}"
port = ${host.port}
hostKey = "${host.hostKey}"
`;
}

export const test = base.extend<object, { machines: Machines }>({
  machines: [
    async ({}, use) => {
      const [web, annex, cellar] = await Promise.all([Host.start(), Host.start(), Host.start('nixos')]);
      await use({ web, annex, cellar });
      await Promise.all([web.stop(), annex.stop(), cellar.stop()]);
    },
    { scope: 'worker', timeout: 90_000 },
  ],

  offer: [
    async ({ machines: { web, annex, cellar } }, use) => {
      const mistaken = linux(MISTAKEN, annex, web.hostKey);
      const configuration = [linux(WEB, web), linux(ANNEX, annex), mistaken, ssh(CELLAR, cellar)].join('');
      await use({ configuration, words: ['--nixpkgs', join(ROOT, 'nix/tests/nixpkgs')] });
    },
    { scope: 'worker' },
  ],

  // Its names lead where the DNS of the hosting provider would lead them.
  browser: [
    async ({ playwright, launchOptions, machines: { web, annex, cellar } }, use) => {
      const rules = [
        `MAP *.${WEB.base} ${web.address}`,
        `MAP *.${ANNEX.base} ${annex.address}`,
        `MAP oak-*.${CELLAR.base} ${cellar.address}`,
      ];
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rules.join(',')}`];
      const browser = await playwright.chromium.launch({ ...launchOptions, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});
