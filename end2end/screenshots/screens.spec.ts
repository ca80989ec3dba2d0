// Pictures of every screen, wide and narrow, light and dark, for whoever wants to look: SCREENSHOTS names where they go.
import { join as joinPath } from 'node:path';
import { PASSWORD, Person } from '../people/person.ts';
import { screens } from '../people/screens.ts';
import { expect, PROVIDER, test } from '../test.ts';

test('every screen is drawn', async ({ join, open, panel, provider, town }) => {
  test.setTimeout(300_000);
  const directory = process.env['SCREENSHOTS'] ?? '';
  const owner = await join(town, 'owner', 'Olga Owner');
  const host = new Person({ ...PROVIDER, password: PASSWORD }, await open(), panel.url);
  await host.functions.lead('sign-in', { email: PROVIDER.email, password: PASSWORD, to: '/' });

  for (const { name, path, page } of await screens(owner, host.page, await open(), town, provider, panel)) {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    for (const width of [1280, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: joinPath(directory, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
  }
});
