// Pictures of the forms of applications that run on hosts, wide and narrow, for whoever wants to look.
import { join as joinPath } from 'node:path';
import { ROOT } from '../panel/panel.ts';
import { expect, test } from '../test.ts';

const CONFIGURATION = `
[[environments]]
kind = "proxmox"
name = "Town hall"
layout = "one-each"
settings = { relay = { server = "mail.provider.example" }, storage = { domain = "storage.provider.example" } }
policies = { tls-certificate = { termsAccepted = true, contact = "host@provider.example" } }
`;

test.use({ offer: { configuration: CONFIGURATION, words: ['--nixpkgs', joinPath(ROOT, 'nix/tests/nixpkgs')] } });

test('every form is drawn', async ({ operator: { page }, town }) => {
  test.setTimeout(300_000);
  const directory = process.env['SCREENSHOTS'] ?? '';
  for (const name of ['Object storage', 'Mastodon', 'PeerTube', 'Photos (Pixelfed)']) {
    await page.goto(town.path('/applications'));
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    await card.getByRole('button').click();
    await expect(page).toHaveURL(/configuration/);
    await expect(page.getByRole('button', { name: 'Review' })).toBeVisible();
    for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: joinPath(directory, `form-of-${name.split(' ')[0]}-${width}-${colorScheme}.png`), fullPage: true });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(over, `${name}, ${width} pixels`).toBeLessThanOrEqual(0);
    }
  }
});
