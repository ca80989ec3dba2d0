// Every screen and the page that visitors see can be used by everybody: by axe's rules, on small screens, by keyboard.
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { Deployment, entries } from '../people/deployment.ts';
import { HomepageForm } from '../people/form.ts';
import { PASSWORD, Person } from '../people/person.ts';
import { screens } from '../people/screens.ts';
import { expect, PROVIDER, test } from '../test.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };
const SMALLEST = { width: 320, height: 640 };

declare global {
  interface Window {
    axe: typeof axe;
  }
}

test('no screen has a fault that axe finds, light and dark, wide and narrow, and none scrolls sideways @js', async ({
  join,
  open,
  panel,
  provider,
  town,
}) => {
  test.setTimeout(120_000);
  const owner = await join(town, 'owner');
  const host = new Person({ ...PROVIDER, password: PASSWORD }, await open(), panel.url);
  await host.functions.lead('sign-in', { email: PROVIDER.email, password: PASSWORD, to: '/' });
  const visitor = await open();
  // A script of the browser's own: the pages' policy lets nobody else add one.
  for (const page of [owner.page, host.page, visitor]) {
    await page.context().addInitScript({ path: AXE });
    await page.emulateMedia({ reducedMotion: 'reduce' });
  }

  for (const { name, path, page } of await screens(owner, host.page, visitor, town, provider, panel)) {
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    for (const size of [WIDE, NARROW]) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate(() => window.axe.run());
        const found = violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.failureSummary ?? '')].join('\n'));
        expect.soft(found, `${name}, ${size.width} pixels, ${colorScheme}`).toEqual([]);
      }
    }
    await page.setViewportSize(SMALLEST);
    const [needed, there] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect.soft(needed, `${name} on the smallest screen`).toBeLessThanOrEqual(there ?? 0);
  }
});

test('everything on the form is reached by keyboard, in its order, and the focus is seen @js', async ({ operator, page, town }) => {
  const deployment = await Deployment.begin(town, operator.functions);
  await deployment.save(entries('keys', 'Keys', { 'links.0.label': 'One', 'links.0.url': 'https://one.example' }), 'keep');
  await page.goto(deployment.path('/configuration'));
  await expect(new HomepageForm(page).review).toBeVisible();

  const wanted = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]');
    const there = [...all].filter((element) => element.checkVisibility() && element.tabIndex >= 0);
    for (const [index, element] of there.entries()) element.dataset['place'] = `${index}`;
    return there.length;
  });
  const reached: number[] = [];
  const unseen: number[] = [];
  for (let press = 0; press < wanted; press += 1) {
    await page.keyboard.press('Tab');
    const { place, seen } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const style = element && getComputedStyle(element);
      return { place: Number(element?.dataset['place'] ?? -1), seen: style?.outlineStyle !== 'none' };
    });
    reached.push(place);
    if (!seen) unseen.push(place);
  }

  expect(wanted).toBeGreaterThan(30);
  expect(reached).toEqual(Array.from({ length: wanted }, (_, index) => index));
  expect(unseen).toEqual([]);
});
